package io.quittance.bootstrap.management;

import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The seals of a running service's journal, over its management port. */
public final class RemoteAudits implements Audits {
    private final ManagementCall service;

    public RemoteAudits(ManagementCall service) {
        this.service = service;
    }

    @Override
    public Bytes verify(Span span) {
        return get("", asked(span));
    }

    @Override
    public Bytes verify(String kind, String number) {
        return get(AuditsController.ORDER, Map.of("kind", kind, "number", number));
    }

    @Override
    public Bytes anchors(Span span) {
        return get(AuditsController.ANCHORS, asked(span));
    }

    private static Map<String, String> asked(Span span) {
        Map<String, String> asked = new TreeMap<>();
        span.since().ifPresent(month -> asked.put("since", month));
        span.until().ifPresent(month -> asked.put("until", month));
        span.behind().ifPresent(place -> asked.put("behind", place));
        return asked;
    }

    private Bytes get(String path, Map<String, String> asked) {
        return Bytes.of(service.send("GET", ManagementCall.asking(AuditsController.PATH + path, asked)));
    }

    @Override
    public Bytes compare(List<String> anchors) {
        return post(AuditsController.COMPARED, JsonWriter.object(o -> o.texts("anchors", anchors)));
    }

    @Override
    public Bytes vouch(Span span, String reason, String person) {
        return post(
                AuditsController.VOUCHED,
                JsonWriter.object(o -> o.text("since", span.since())
                        .text("until", span.until())
                        .text("behind", span.behind())
                        .text("reason", reason)
                        .text("person", person)));
    }

    private Bytes post(String path, Bytes wish) {
        return Bytes.of(service.send("POST", AuditsController.PATH + path, wish));
    }
}
