package io.quittance.bootstrap.management;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;

/** The management API for accounts and routes; {@link RemoteAccounts} is its caller. */
@Controller(AccountsController.PATH)
@Consumes(MediaType.ALL)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountsController {
    static final String PATH = ApiFilter.PATH + "/accounts";
    static final String ROUTES = "/routes";

    private final AppAccounts accounts;

    AccountsController(AppAccounts accounts) {
        this.accounts = accounts;
    }

    @Get
    Bytes read(HttpRequest<?> request) {
        return AccountsWire.write(accounts.list(Query.of(request).optional("appId")));
    }

    @Post
    Bytes open(HttpRequest<byte[]> request) {
        AccountsWire.Opening wish = AccountsWire.opening(ManagementJson.wish(request));
        return AccountsWire.write(accounts.open(wish.appId(), wish.acquirer(), wish.settings()));
    }

    @Patch
    Bytes change(HttpRequest<byte[]> request) {
        Json.Obj wish = ManagementJson.wish(request);
        return AccountsWire.write(
                accounts.change(Query.of(request).text("account"), AccountsWire.settings(wish), ByWhom.read(wish)));
    }

    @Get(ROUTES)
    Bytes routes(HttpRequest<?> request) {
        return AccountsWire.write(accounts.routes(Query.of(request).text("appId")));
    }

    @Put(ROUTES)
    Bytes route(HttpRequest<byte[]> request) {
        Json.Obj rule = ManagementJson.wish(request);
        return AccountsWire.write(accounts.route(
                Query.of(request).text("appId"), ManagementJson.text(rule, "account"), AccountsWire.when(rule)));
    }

    @Delete(ROUTES)
    Bytes unroute(HttpRequest<byte[]> request) {
        return AccountsWire.write(
                accounts.unroute(Query.of(request).text("appId"), AccountsWire.when(ManagementJson.wish(request))));
    }
}
