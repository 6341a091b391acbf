package io.quittance.bootstrap.management;

import io.quittance.application.person.Hand;
import io.quittance.application.registration.Deed;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonWriter;
import java.time.Instant;

/** Who changes what is registered, and why, as text. */
public record ByWhom(String person, String reason) {
    /** @throws Trouble naming which of the two makes no sense */
    Hand hand() {
        try {
            return new Hand(person, reason);
        } catch (IllegalArgumentException e) {
            throw new Trouble("What is wrong is the " + e.getMessage() + ".", e);
        }
    }

    /** @throws Trouble as {@link #hand} */
    Deed deed(Instant now) {
        return new Deed(hand(), now);
    }

    JsonWriter write(JsonWriter out) {
        return out.text("person", person).text("reason", reason);
    }

    Bytes alone() {
        return JsonWriter.object(this::write);
    }

    static ByWhom read(Json.Obj wish) {
        return new ByWhom(ManagementJson.text(wish, "person"), ManagementJson.text(wish, "reason"));
    }
}
