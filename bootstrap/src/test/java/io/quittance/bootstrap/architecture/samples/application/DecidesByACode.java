package io.quittance.bootstrap.architecture.samples.application;

/** What upstream says must come in as a value. */
public final class DecidesByACode {
    public boolean known(String code) {
        return code.equals("ORDER_REPEAT");
    }
}
