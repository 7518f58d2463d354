//! Keys as 16 bits: what the page keeps of them instead of 20 kB of text. The build looks for a
//! seed at which no two keys meet.

/// The hash of a key whose parts are joined by points: FNV-1a, its two halves folded together.
pub fn hash(seed: u32, parts: &[&str]) -> u16 {
    let mut hash = 0x811c_9dc5 ^ seed;
    for (at, part) in parts.iter().enumerate() {
        let point = if at == 0 { "" } else { "." };
        for byte in point.bytes().chain(part.bytes()) {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    (hash ^ (hash >> 16)) as u16
}
