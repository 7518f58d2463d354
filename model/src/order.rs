//! Order for short lists. The standard library's sorting, which is made for long ones, brings 4 kB to the page for
//! each type that it sorts.

/// Puts a short list in order by a key; what has the same key stays as it was.
pub fn order_by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    for at in 1..list.len() {
        let mut part = list.get_mut(..=at);
        while let Some([before, this]) = part.as_mut().and_then(|part| part.last_chunk_mut()) {
            if key(before) <= key(this) {
                break;
            }
            std::mem::swap(before, this);
            part = part.and_then(<[T]>::split_last_mut).map(|(_, rest)| rest);
        }
    }
}

/// Puts numbered amounts in order, the lowest first: of any length, and the same code for all who ask.
#[inline(never)]
pub fn lowest_first(list: &mut [(f64, usize)]) {
    list.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_list_is_in_order_and_equals_stay() {
        let mut list = [(3, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (3, 'e')];
        order_by_key(&mut list, |(key, _)| *key);
        assert_eq!(list, [(1, 'b'), (1, 'd'), (2, 'c'), (3, 'a'), (3, 'e')]);
        order_by_key::<u8, u8>(&mut [], |key| *key);
    }

    #[test]
    fn the_lowest_is_first() {
        let mut list = [(2.0, 0), (-1.0, 1), (2.0, 2), (0.0, 3)];
        lowest_first(&mut list);
        assert_eq!(list.map(|(_, at)| at), [1, 3, 0, 2]);
    }
}
