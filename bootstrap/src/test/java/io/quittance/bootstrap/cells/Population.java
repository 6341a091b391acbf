package io.quittance.bootstrap.cells;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Merchants in the order in which they came, few of them large and most small. */
record Population(List<Merchant> merchants) {
    /**
     * One of them.
     *
     * @param rank 1 is the largest
     * @param volume its orders in a while, so measured that a cell has 1 on average
     */
    record Merchant(int rank, double volume) {}

    Population {
        merchants = List.copyOf(merchants);
    }

    /** By Zipf's law: that of rank k has a volume as 1 / k to the power of the exponent. Rank tells nothing about when it came. */
    static Population zipf(int count, double exponent, int cells, Random random) {
        double sum = 0;
        for (int rank = 1; rank <= count; rank++) {
            sum += Math.pow(rank, -exponent);
        }
        List<Merchant> merchants = new ArrayList<>();
        for (int rank = 1; rank <= count; rank++) {
            merchants.add(new Merchant(rank, Math.pow(rank, -exponent) / sum * cells));
        }
        Collections.shuffle(merchants, random);
        return new Population(merchants);
    }

    double largest() {
        return merchants.stream().mapToDouble(Merchant::volume).max().orElse(0);
    }
}
