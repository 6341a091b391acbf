package io.quittance.http.payout;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A merchant's reader of the legacy callback, written from PayerMax's page "Payment result asynchronous callback
 * notification" alone; it knows nothing of our code. It names everything that is not as the
 * page's table has it.
 */
final class LegacyPage {
    /** Field, JSON type, whether required, most characters (0: none named): the rows of the page. */
    private static final List<String> TABLE = List.of(
            "orderId string yes 63",
            "tradeNo string yes 64",
            "transactionUtcTime number yes 0",
            "expiryTime number no 0",
            "redeemCode string no 32",
            "payFinishTime number no 0",
            "bounceBackTime number no 0",
            "status number yes 0",
            "subStatus string no 0",
            "destination string yes 512",
            "source string yes 512",
            "debit string yes 512",
            "passBackParams string no 0",
            "responseCode string yes 0",
            "responseMsg string yes 0",
            "fundsFreezeTime string no 0",
            "fundsReturnTime string no 0",
            "additionalIdentifier string no 0");

    /** What stands in a field. @param type as the page names them */
    private record Value(String type, String text) {}

    private final Map<String, Value> body;
    private final List<String> faults = new ArrayList<>();

    LegacyPage(byte[] body) {
        this.body = parse(body);
        check();
    }

    /** One object without objects in it. */
    private static Map<String, Value> parse(byte[] json) {
        Map<String, Value> fields = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                String type = switch (parser.nextToken()) {
                    case VALUE_STRING -> "string";
                    case VALUE_NUMBER_INT -> "number";
                    default -> "neither string nor whole number";
                };
                fields.put(name, new Value(type, parser.getText()));
            }
            return fields;
        } catch (IOException e) {
            throw new AssertionError("no JSON", e);
        }
    }

    List<String> faults() {
        return faults;
    }

    String text(String field) {
        return body.get(field).text();
    }

    long number(String field) {
        return Long.parseLong(text(field));
    }

    boolean has(String field) {
        return body.containsKey(field);
    }

    /** A field of an object that stands in a string. */
    String inner(String field, String name) {
        return inner(field).get(name).text();
    }

    private Map<String, Value> inner(String field) {
        return parse(text(field).getBytes(StandardCharsets.UTF_8));
    }

    /** Disbursement status: 1- success, 2-failure,3-pending,4-bounceback. */
    String outcome() {
        return Map.of(1L, "success", 2L, "failure", 3L, "pending", 4L, "bounceback")
                .get(number("status"));
    }

    private void check() {
        List<String> known = TABLE.stream().map(row -> row.split(" ")[0]).toList();
        body.keySet().forEach(name -> {
            if (!known.contains(name)) {
                faults.add(name + " is not on the page");
            }
        });
        TABLE.forEach(row -> check(row.split(" ")));
        for (String inner : List.of("destination", "source", "debit", "additionalIdentifier")) {
            if (has(inner)) {
                checkInner(inner);
            }
        }
        for (String time : List.of("fundsFreezeTime", "fundsReturnTime")) {
            if (has(time) && !text(time).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d \\+0000")) {
                faults.add(time + " is not in the page's format: " + text(time));
            }
        }
        if (has("payFinishTime") && outcome().equals("pending")) {
            faults.add("payFinishTime only exists when the order reaches its final state");
        }
        if (has("bounceBackTime") != "bounceback".equals(outcome())) {
            faults.add("bounceBackTime only appears in bounceback state");
        }
    }

    private void check(String[] row) {
        Value value = body.get(row[0]);
        if (value == null) {
            if (row[2].equals("yes")) {
                faults.add(row[0] + " is required");
            }
            return;
        }
        if (!value.type().equals(row[1])) {
            faults.add(row[0] + " is no " + row[1]);
        }
        int most = Integer.parseInt(row[3]);
        if (most > 0 && value.text().length() > most) {
            faults.add(row[0] + " is longer than " + most);
        }
    }

    private void checkInner(String field) {
        Map<String, Value> inner = inner(field);
        inner.forEach((name, value) -> {
            if (!value.type().equals("string")) {
                faults.add(field + "." + name + " is no string");
            }
        });
        if (!field.equals("additionalIdentifier") && !inner.keySet().containsAll(List.of("amount", "currency"))) {
            faults.add(field + " has no amount and currency");
        }
    }
}
