package io.quittance.bootstrap.architecture.samples.application;

/** What upstream calls a number is behind the ports. */
public final class NamesAField {
    public String field(String number) {
        return "\"outTradeNo\":" + number;
    }
}
