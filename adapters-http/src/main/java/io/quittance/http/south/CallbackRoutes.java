package io.quittance.http.south;

import io.micronaut.context.ExecutionHandleLocator;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.DefaultRouteBuilder;
import jakarta.inject.Singleton;
import java.util.Collection;

/** The addresses of all callbacks that there are, each without and with our app id, and one with the
 * number of a relayed request behind that; no other path is taken for one. */
@Singleton
@SuppressWarnings("overrides") // The framework's own class overrides methods of variable arity by others.
final class CallbackRoutes extends DefaultRouteBuilder {
    private static final String TAKE = "take";

    CallbackRoutes(ExecutionHandleLocator methods, Collection<Callback> all) {
        super(methods);
        for (Callback callback : all) {
            POST(callback.path(), CallbackController.class, TAKE, HttpRequest.class)
                    .consumesAll()
                    .produces(MediaType.ALL_TYPE);
            POST(callback.path() + "/{appId}", CallbackController.class, TAKE, String.class, HttpRequest.class)
                    .consumesAll()
                    .produces(MediaType.ALL_TYPE);
            if (callback.takesEveryType()) {
                String answering = callback.path() + "/{appId}/{call}";
                POST(answering, CallbackController.class, TAKE, String.class, String.class, HttpRequest.class)
                        .consumesAll()
                        .produces(MediaType.ALL_TYPE);
            }
        }
    }
}
