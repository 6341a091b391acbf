package io.quittance.bootstrap.architecture.samples.application;

/** How upstream is asked is behind the ports. */
public final class NamesAnApi {
    public String api() {
        return "paymentOrderQry";
    }
}
