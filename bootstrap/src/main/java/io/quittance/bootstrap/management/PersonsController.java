package io.quittance.bootstrap.management;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;

/** The management API for persons; {@link RemotePersons} is its caller. Who is looked for stands in no address. */
@Controller(PersonsController.PATH)
@Consumes(MediaType.ALL)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PersonsController {
    static final String PATH = ApiFilter.PATH + "/persons";
    static final String FOUND = "/found";
    static final String FORGOTTEN = "/forgotten";

    private final Persons persons;

    PersonsController(Persons persons) {
        this.persons = persons;
    }

    @Post(FOUND)
    Bytes find(HttpRequest<byte[]> request) {
        Json.Obj fields = ManagementJson.wish(request);
        return persons.find(
                Spans.read(name -> ManagementJson.optional(fields, name)), ManagementJson.text(fields, "value"));
    }

    @Post(FORGOTTEN)
    Bytes forget(HttpRequest<byte[]> request) {
        return RepairsWire.write(persons.forget(RepairsWire.by(ManagementJson.wish(request))));
    }
}
