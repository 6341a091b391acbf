package io.quittance.http.signing;

import static io.quittance.http.signing.TestKeys.F4;
import static java.math.BigInteger.ONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quittance.domain.text.Flaw;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By numbers that are short, where their length does not matter, so that many can be looked at; {@link NewKeysTest} has long ones. */
@DisplayName("The numbers of a key")
class KeyFlawsTest {
    private static final String BITS = "2048 to 8192";
    private static final String EXPONENTS = "65537, or another prime up to 4294967296";
    private static final String PRIMES = "the product of two large primes that were chosen by chance";
    private static final String SMALL = "its modulus has a factor of at most 16 bits";
    private static final String POWER = "its modulus is a square or a higher power";
    private static final String CLOSE = "the factors of its modulus are next to each other";
    private static final String CHIP = "it was made by a chip whose keys can be broken (ROCA, CVE-2017-15361)";

    /** Seeded, so that a run that fails can be had again. */
    private static final Random RANDOM = new Random(23);

    private static final BigInteger P = prime(128);
    private static final BigInteger Q = prime(160);
    private static final BigInteger SHORT = prime(24);

    private static BigInteger prime(int bits) {
        return BigInteger.probablePrime(bits, RANDOM);
    }

    private static BigInteger number(long number) {
        return BigInteger.valueOf(number);
    }

    private static Optional<Flaw> flaw(String what, String expected) {
        return Optional.of(new Flaw(what, expected));
    }

    private static Optional<Flaw> weak(BigInteger modulus) {
        return KeyFlaws.weak(modulus, F4);
    }

    @Test
    void may_be_of_any_length_within_its_borders() {
        assertEquals(
                flaw("its modulus has 2047 bits", BITS),
                KeyFlaws.unusable(ONE.shiftLeft(2_046).setBit(0), F4));
        assertEquals(Optional.empty(), KeyFlaws.unusable(ONE.shiftLeft(2_047).setBit(0), F4));
        assertEquals(Optional.empty(), KeyFlaws.unusable(ONE.shiftLeft(8_191).setBit(0), F4));
        assertEquals(
                flaw("its modulus has 8193 bits", BITS),
                KeyFlaws.unusable(ONE.shiftLeft(8_192).setBit(0), F4));
        assertEquals(flaw("its modulus is even", PRIMES), KeyFlaws.unusable(ONE.shiftLeft(2_047), F4));
    }

    @Test
    void may_be_used_with_any_odd_exponent_from_3_on_of_64_bits() {
        BigInteger modulus = ONE.shiftLeft(2_047).setBit(0);

        for (BigInteger exponent : List.of(number(3), F4, ONE.shiftLeft(64).subtract(ONE))) {
            assertEquals(Optional.empty(), KeyFlaws.unusable(modulus, exponent));
        }
        for (long exponent : new long[] {0, 1, 2, 4, 65_536}) {
            assertEquals(flaw("its exponent is " + exponent, EXPONENTS), KeyFlaws.unusable(modulus, number(exponent)));
        }
        assertEquals(
                flaw("its exponent has 65 bits", EXPONENTS),
                KeyFlaws.unusable(modulus, ONE.shiftLeft(64).setBit(0)));
    }

    static Stream<Arguments> exponents() {
        return Stream.of(
                arguments(65_535L, "its exponent is 65535"),
                arguments(4_294_967_296L, "its exponent 4294967296 is no prime"),
                arguments(4_294_967_297L, "its exponent is 4294967297"),
                arguments(65_537L * 3, "its exponent 196611 is no prime"));
    }

    @ParameterizedTest
    @MethodSource("exponents")
    void are_taken_with_a_prime_exponent_only(long exponent, String why) {
        assertEquals(flaw(why, EXPONENTS), KeyFlaws.weak(P.multiply(Q), number(exponent)));
        assertEquals(Optional.empty(), KeyFlaws.weak(P.multiply(Q), F4));
    }

    @Test
    void have_no_factor_of_16_bits() {
        assertEquals(flaw(SMALL, PRIMES), weak(Q.multiply(number(3))));
        assertEquals(flaw(SMALL, PRIMES), weak(Q.multiply(number(211))));
        assertEquals(flaw(SMALL, PRIMES), weak(Q.multiply(number(65_521))));
        assertEquals(Optional.empty(), weak(Q.multiply(number(65_537))));
    }

    /** 113 times is as often as a number of that length can have the least of the factors that are no small ones. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 11, 13, 113})
    void are_no_power_of_another(int power) {
        assertEquals(flaw(POWER, PRIMES), weak(F4.pow(power)));
        assertEquals(flaw(POWER, PRIMES), weak(SHORT.pow(power)));
        assertEquals(Optional.empty(), weak(F4.pow(power).multiply(Q)));
    }

    @Test
    void are_no_prime_themselves() {
        assertEquals(flaw("its modulus is a prime itself", PRIMES), weak(P));
    }

    /** Fermat's way finds the factors of the difference of two squares by as many steps as the larger is away from the root. */
    private static BigInteger foundAfter(int steps) {
        while (true) {
            BigInteger middle = new BigInteger(128, RANDOM).setBit(127);
            BigInteger away = middle.multiply(number(2L * steps + 1)).sqrt();
            BigInteger low = middle.subtract(away);
            BigInteger high = middle.add(away);
            if (low.isProbablePrime(40) && high.isProbablePrime(40)) {
                return low.multiply(high);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 500, 999})
    void have_no_factors_that_are_close(int steps) {
        assertEquals(flaw(CLOSE, PRIMES), weak(foundAfter(steps)));
    }

    @Test
    void may_have_factors_that_are_no_closer_than_by_chance() {
        assertEquals(Optional.empty(), weak(foundAfter(1_000)));
        assertEquals(Optional.empty(), weak(foundAfter(5_000)));
    }

    /** With no factor of 16 bits, and no prime: by one prime up to 167 it has that rest, by all others that of a power of 65537. */
    private static BigInteger ofChip(int by, int rest) {
        BigInteger product = IntStream.rangeClosed(2, 167)
                .mapToObj(KeyFlawsTest::number)
                .filter(number -> number.isProbablePrime(20))
                .reduce(ONE, BigInteger::multiply);
        BigInteger modulus = product.divide(number(by));
        while (true) {
            BigInteger power = F4.modPow(new BigInteger(64, RANDOM), modulus);
            BigInteger number = IntStream.range(0, by)
                    .mapToObj(times -> power.add(modulus.multiply(number(times))))
                    .filter(one -> one.mod(number(by)).intValue() == rest)
                    .findFirst()
                    .orElseThrow()
                    .add(product.multiply(new BigInteger(64, RANDOM)));
            boolean rough = IntStream.range(2, 1 << 16)
                    .noneMatch(factor -> number.mod(number(factor)).signum() == 0);
            if (rough && !number.isProbablePrime(40)) {
                return number;
            }
        }
    }

    @Test
    void are_no_powers_of_65537_by_small_primes() {
        assertEquals(flaw(CHIP, PRIMES), weak(ofChip(157, 1)));
        assertEquals(flaw(CHIP, PRIMES), weak(ofChip(11, 10)));
    }

    @Test
    void may_be_powers_of_65537_by_most_of_the_small_primes() {
        assertEquals(Optional.empty(), weak(ofChip(11, 2)));
        assertEquals(Optional.empty(), weak(ofChip(157, 5)));
    }
}
