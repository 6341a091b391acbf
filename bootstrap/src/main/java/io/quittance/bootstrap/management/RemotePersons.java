package io.quittance.bootstrap.management;

import io.quittance.bootstrap.management.Audits.Span;
import io.quittance.bootstrap.management.Repairs.By;
import io.quittance.bootstrap.management.Repairs.Done;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.JsonWriter;

/** The persons in a running service's orders, over its management port. */
public final class RemotePersons implements Persons {
    private final ManagementCall service;

    public RemotePersons(ManagementCall service) {
        this.service = service;
    }

    @Override
    public Bytes find(Span span, String value) {
        return Bytes.of(service.send(
                "POST",
                PersonsController.PATH + PersonsController.FOUND,
                JsonWriter.object(o -> o.text("value", value)
                        .text("since", span.since())
                        .text("until", span.until())
                        .text("behind", span.behind()))));
    }

    @Override
    public Done forget(By by) {
        return RepairsWire.done(service.send(
                "POST",
                PersonsController.PATH + PersonsController.FORGOTTEN,
                JsonWriter.object(o -> RepairsWire.write(o, by))));
    }
}
