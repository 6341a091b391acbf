package io.quittance.bootstrap.architecture.samples.application;

/** A code in a sentence is one, too. */
public final class SaysACode {
    public String line(String order) {
        return "upstream answers ORDER_NOT_EXIST to " + order;
    }
}
