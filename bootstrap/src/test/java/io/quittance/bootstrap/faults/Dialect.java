package io.quittance.bootstrap.faults;

import com.fasterxml.jackson.databind.JsonNode;

/** In which form something is told, to us as to merchants, and acknowledged. */
enum Dialect {
    ENVELOPED("code", "SUCCESS", "{\"code\":\"SUCCESS\",\"msg\":\"Success\"}"),
    /** The older, flat one, of payouts. */
    LEGACY("bizCode", "0000", "{\"bizCode\":\"0000\",\"message\":\"success\"}");

    private final String field;
    private final String value;
    private final String acknowledgement;

    Dialect(String field, String value, String acknowledgement) {
        this.field = field;
        this.value = value;
        this.acknowledgement = acknowledgement;
    }

    /** In which an order must be told, as its merchant is registered. */
    static Dialect of(Order order) {
        return order.kind() == Order.Kind.PAYOUT && Shop.isLegacy(order.shop()) ? LEGACY : ENVELOPED;
    }

    /** In which a message is. */
    static Dialect in(JsonNode message) {
        return message.has("orderId") ? LEGACY : ENVELOPED;
    }

    String acknowledgement() {
        return acknowledgement;
    }

    boolean acknowledgedBy(byte[] answer) {
        return Words.readAny(answer).path(field).asText().equals(value);
    }

    Dialect other() {
        return this == LEGACY ? ENVELOPED : LEGACY;
    }
}
