//! The generator of the bootstrap. Not for secrets: `sealed` has the randomness that must not be guessed.

/// SplitMix64: 64 bits of state, the same numbers from the same seed for ever.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014, 453–472,
/// with the constants of S. Vigna's `splitmix64.c`.
#[derive(Clone, Debug)]
pub struct SplitMix64(u64);

impl SplitMix64 {
    /// Begins at `seed`; every seed is as good as another.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A position in a list of `length`, below it; 0 of an empty one.
    ///
    /// The upper half of a 128-bit product. No position is preferred by more than `length` in 2⁶⁴, which no
    /// bootstrap can notice.
    pub fn below(&mut self, length: usize) -> usize {
        ((u128::from(self.draw()) * length as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::SplitMix64;

    #[test]
    fn the_published_sequence() {
        // The first numbers from seed 1234567, as in Rosetta Code's "Pseudo-random numbers/Splitmix64".
        let mut random = SplitMix64::new(1_234_567);
        assert_eq!([random.draw(), random.draw()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }
}
