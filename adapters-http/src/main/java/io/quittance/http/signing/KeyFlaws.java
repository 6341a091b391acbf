package io.quittance.http.signing;

import io.quittance.domain.text.Flaw;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is wrong with the two public numbers of an RSA key. Nobody can tell whether a key is good; these are the bad ones that
 * bugs, toys and attackers make. Shows no factor, as that is a part of the private key.
 */
final class KeyFlaws {
    /** The shortest modulus that is accepted; the protocol's own. */
    static final int MIN_BITS = 2048;

    /** The longest: longer ones only make each check slower. */
    static final int MAX_BITS = 8192;

    private static final BigInteger LEAST_EXPONENT = BigInteger.valueOf(65_537);
    private static final BigInteger MOST_EXPONENT = BigInteger.ONE.shiftLeft(32);

    /** No library makes primes that are as short as that. */
    private static final int SMALL_BITS = 16;

    private static final List<Integer> SMALL_PRIMES = primesBelow(1 << SMALL_BITS);

    /** Primes that were chosen apart are not found by so many steps of Fermat's; those of a broken generator by the first. */
    private static final int FERMAT_STEPS = 1_000;

    /** The largest prime that the fingerprint of such a chip is looked for with. */
    private static final int ROCA_PRIME = 167;

    /** Chance of less than 1 in 2^this to take a composite number for a prime. */
    private static final int CERTAINTY = 64;

    private static final String BITS = MIN_BITS + " to " + MAX_BITS;
    private static final String EXPONENTS = LEAST_EXPONENT + ", or another prime up to " + MOST_EXPONENT;
    private static final String PRIMES = "the product of two large primes that were chosen by chance";

    private KeyFlaws() {}

    /** What keeps a key from being used at all, whoever has it. */
    static Optional<Flaw> unusable(BigInteger modulus, BigInteger exponent) {
        if (modulus.bitLength() < MIN_BITS || modulus.bitLength() > MAX_BITS) {
            return flaw("its modulus has " + modulus.bitLength() + " bits", BITS);
        }
        if (!modulus.testBit(0)) {
            return flaw("its modulus is even", PRIMES);
        }
        if (exponent.bitLength() > 64) {
            return flaw("its exponent has " + exponent.bitLength() + " bits", EXPONENTS);
        }
        return exponent.compareTo(BigInteger.valueOf(3)) < 0 || !exponent.testBit(0)
                ? flaw("its exponent is " + exponent, EXPONENTS)
                : Optional.empty();
    }

    /** What keeps a usable key from being taken anew. Takes up to a second for the longest keys. */
    static Optional<Flaw> weak(BigInteger modulus, BigInteger exponent) {
        if (exponent.compareTo(LEAST_EXPONENT) < 0 || exponent.compareTo(MOST_EXPONENT) > 0) {
            return flaw("its exponent is " + exponent, EXPONENTS);
        }
        if (!exponent.isProbablePrime(CERTAINTY)) {
            return flaw("its exponent " + exponent + " is no prime", EXPONENTS);
        }
        if (hasSmallFactor(modulus)) {
            return flaw("its modulus has a factor of at most " + SMALL_BITS + " bits", PRIMES);
        }
        if (isPower(modulus)) {
            return flaw("its modulus is a square or a higher power", PRIMES);
        }
        if (modulus.isProbablePrime(CERTAINTY)) {
            return flaw("its modulus is a prime itself", PRIMES);
        }
        if (hasCloseFactors(modulus)) {
            return flaw("the factors of its modulus are next to each other", PRIMES);
        }
        return isOfBrokenChip(modulus)
                ? flaw("it was made by a chip whose keys can be broken (ROCA, CVE-2017-15361)", PRIMES)
                : Optional.empty();
    }

    private static Optional<Flaw> flaw(String what, String expected) {
        return Optional.of(new Flaw(what, expected));
    }

    private static boolean hasSmallFactor(BigInteger modulus) {
        return SMALL_PRIMES.stream().anyMatch(prime -> rest(modulus, prime) == 0);
    }

    /** Called once it is known that there is no small factor, so higher powers cannot be. */
    private static boolean isPower(BigInteger modulus) {
        return SMALL_PRIMES.stream()
                .takeWhile(power -> power <= modulus.bitLength() / SMALL_BITS)
                .anyMatch(power -> root(modulus, power).pow(power).equals(modulus));
    }

    /** Rounded down; Newton's way. */
    private static BigInteger root(BigInteger number, int power) {
        if (power == 2) {
            return number.sqrt();
        }
        BigInteger high = BigInteger.ONE.shiftLeft(number.bitLength() / power + 1);
        while (true) {
            BigInteger next = high.multiply(BigInteger.valueOf(power - 1L))
                    .add(number.divide(high.pow(power - 1)))
                    .divide(BigInteger.valueOf(power));
            if (next.compareTo(high) >= 0) {
                return high;
            }
            high = next;
        }
    }

    /** Fermat's way to factors: the modulus is the difference of two squares, and the larger is near if the factors are. */
    private static boolean hasCloseFactors(BigInteger modulus) {
        BigInteger middle = modulus.sqrt().add(BigInteger.ONE);
        BigInteger rest = middle.multiply(middle).subtract(modulus);
        for (int step = 0; step < FERMAT_STEPS; step++) {
            if (isSquare(rest)) {
                return true;
            }
            rest = rest.add(middle.shiftLeft(1)).add(BigInteger.ONE);
            middle = middle.add(BigInteger.ONE);
        }
        return false;
    }

    /** Most numbers are told from squares by their last six bits. */
    private static boolean isSquare(BigInteger number) {
        int last = number.intValue() & 63;
        boolean possible = IntStream.range(0, 32).anyMatch(root -> (root * root & 63) == last);
        return possible && number.sqrt().pow(2).equals(number);
    }

    /** Infineon's RSALib made primes that are powers of 65537 by many small primes; so is their product. */
    private static boolean isOfBrokenChip(BigInteger modulus) {
        return SMALL_PRIMES.stream()
                .skip(1)
                .takeWhile(prime -> prime <= ROCA_PRIME)
                .allMatch(prime -> isPowerOf65537(rest(modulus, prime), prime));
    }

    private static boolean isPowerOf65537(int rest, int prime) {
        int power = 1;
        do {
            if (power == rest) {
                return true;
            }
            power = 65_537 % prime * power % prime;
        } while (power != 1);
        return false;
    }

    private static int rest(BigInteger number, int by) {
        return number.mod(BigInteger.valueOf(by)).intValue();
    }

    private static List<Integer> primesBelow(int limit) {
        boolean[] composite = new boolean[limit];
        for (int prime = 2; prime * prime < limit; prime++) {
            for (int multiple = prime * prime; !composite[prime] && multiple < limit; multiple += prime) {
                composite[multiple] = true;
            }
        }
        return IntStream.range(2, limit)
                .filter(number -> !composite[number])
                .boxed()
                .toList();
    }
}
