package io.quittance.bootstrap.management;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import java.util.Optional;
import java.util.function.Supplier;

/** The management API for accounts and routes; {@link RemoteAccounts} is its caller. */
@Controller(AccountsController.PATH)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountsController {
    static final String PATH = "/management/accounts";
    static final String ROUTES = "/routes";

    private final AppAccounts accounts;
    private final ManagementToken token;

    AccountsController(AppAccounts accounts, ManagementToken token) {
        this.accounts = accounts;
        this.token = token;
    }

    @Get
    HttpResponse<byte[]> read(@Header("Authorization") Optional<String> caller, @QueryValue Optional<String> appId) {
        return answer(caller, () -> AccountsWire.write(accounts.list(appId)));
    }

    @Post
    HttpResponse<byte[]> open(@Header("Authorization") Optional<String> caller, @Body byte[] form) {
        return answer(caller, () -> {
            AccountsWire.Opening wish = AccountsWire.opening(form);
            return AccountsWire.write(accounts.open(wish.appId(), wish.acquirer(), wish.settings()));
        });
    }

    @Patch
    HttpResponse<byte[]> change(
            @Header("Authorization") Optional<String> caller, @QueryValue String account, @Body byte[] form) {
        return answer(caller, () -> {
            Json.Obj wish = ManagementJson.object(form);
            return AccountsWire.write(accounts.change(account, AccountsWire.settings(wish), ByWhom.read(wish)));
        });
    }

    @Get(ROUTES)
    HttpResponse<byte[]> routes(@Header("Authorization") Optional<String> caller, @QueryValue String appId) {
        return answer(caller, () -> AccountsWire.write(accounts.routes(appId)));
    }

    @Put(ROUTES)
    HttpResponse<byte[]> route(
            @Header("Authorization") Optional<String> caller, @QueryValue String appId, @Body byte[] form) {
        return answer(caller, () -> {
            Json.Obj rule = ManagementJson.object(form);
            return AccountsWire.write(
                    accounts.route(appId, ManagementJson.text(rule, "account"), AccountsWire.when(rule)));
        });
    }

    @Delete(ROUTES)
    HttpResponse<byte[]> unroute(
            @Header("Authorization") Optional<String> caller, @QueryValue String appId, @Body byte[] form) {
        return answer(
                caller,
                () -> AccountsWire.write(accounts.unroute(appId, AccountsWire.when(ManagementJson.object(form)))));
    }

    private HttpResponse<byte[]> answer(Optional<String> caller, Supplier<Bytes> work) {
        return ManagementAnswer.of(token, caller, work);
    }
}
