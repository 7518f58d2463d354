//! A map of a few entries, sorted by key. The standard library's adds 5 kB of code to the page.

use std::borrow::Borrow;

/// A map of a few entries, sorted by key.
#[derive(Debug, Clone, PartialEq)]
pub struct Few<K, V>(Vec<(K, V)>);

impl<K, V> Default for Few<K, V> {
    fn default() -> Few<K, V> {
        Few::new()
    }
}

impl<K, V> Few<K, V> {
    /// Nothing.
    pub const fn new() -> Few<K, V> {
        Few(Vec::new())
    }

    /// The entries, sorted by key.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: Ord, V> Few<K, V> {
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0
            .binary_search_by(|(known, _)| Borrow::<Q>::borrow(known).cmp(key))
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let at = self.find(key).ok()?;
        self.0.get(at).map(|(_, value)| value)
    }

    /// Sets the value of a key, in place of an earlier one.
    pub fn insert(&mut self, key: K, value: V) {
        match self.find(&key) {
            Ok(at) => {
                if let Some((_, known)) = self.0.get_mut(at) {
                    *known = value;
                }
            }
            Err(at) => self.0.insert(at, (key, value)),
        }
    }

    /// Takes a key out.
    pub fn remove(&mut self, key: &K) {
        if let Ok(at) = self.find(key) {
            self.0.remove(at);
        }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Few<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Few<K, V> {
        let mut few = Few::new();
        for (key, value) in entries {
            few.insert(key, value);
        }
        few
    }
}

#[cfg(test)]
mod tests {
    use super::Few;

    #[test]
    fn entries_are_sorted_and_stand_once() {
        let mut few: Few<&str, u8> = [("b", 2), ("a", 1), ("b", 3)].into_iter().collect();
        let entries: Vec<(&str, u8)> = few.iter().map(|(key, value)| (*key, *value)).collect();
        assert_eq!(entries, [("a", 1), ("b", 3)]);
        assert_eq!((few.get("a"), few.get("c")), (Some(&1), None));
        few.remove(&"a");
        few.remove(&"c");
        assert_eq!((few.get("a"), few.is_empty()), (None, false));
        assert!(Few::<&str, u8>::default().is_empty());
    }
}
