package io.quittance.bootstrap.management;

import io.quittance.bootstrap.trouble.Trouble;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts that apps have with acquirers, as the command line and the management API speak of them. */
public interface AppAccounts {
    /**
     * Opens one.
     *
     * @param settings what the acquirer wants to know, by name
     * @throws Trouble if there is no such app or acquirer, a setting is wrong, or the account is another one of ours
     */
    AccountCard open(String appId, String acquirer, Map<String, String> settings);

    /**
     * Changes settings of one; those that are not given stay as they are, where its acquirer can tell which is which. What is sent
     * upstream from now on goes by them, also for orders that it has.
     *
     * @param account its number
     * @throws Trouble if there is no such account, a setting is wrong, the account is then another one of ours, or the name or the
     *     reason makes no sense
     */
    Changed change(String account, Map<String, String> settings, ByWhom by);

    /** @param changed whether anything differs now */
    record Changed(boolean changed, AccountCard account) {}

    /** Those of an app, or all of them; the oldest first. @throws Trouble if there is no such app */
    List<AccountCard> list(Optional<String> appId);

    /** Which account new orders of that app take, the most specific rule first. @throws Trouble if there is no such app */
    Routing routes(String appId);

    /**
     * Sets a rule, in place of the one with the same conditions; changes nothing where it is so already.
     *
     * @throws Trouble if something in it is wrong, or the account's acquirer is there and does not serve such orders
     */
    Routed route(String appId, String account, RouteForm when);

    /** @param changed whether anything differs now */
    record Routed(boolean changed, Routing routing) {}

    /** Takes a rule away. @throws Trouble if there is none with these conditions */
    Routing unroute(String appId, RouteForm when);

    /** Which orders a rule is for, as text; what is left out may be anything. */
    record RouteForm(Optional<String> service, Optional<String> currency, Optional<String> country) {}

    /**
     * @param rules the most specific first
     * @param otherwise what counts where no rule fits, as a sentence
     */
    record Routing(List<Rule> rules, String otherwise) {
        public Routing {
            rules = List.copyOf(rules);
        }

        /** Conditions that are left out say {@code any}. */
        public record Rule(String service, String currency, String country, String account) {}
    }

    /**
     * An account as it is shown; it holds no secret.
     *
     * @param handles by what the acquirer's messages name it, as {@code app-id a1, merchant-no M1}
     * @param serves what its acquirer does for it in the running service; empty if it is not there, or no service runs
     * @param routes the rules that lead to it
     */
    record AccountCard(
            String id,
            String appId,
            String acquirer,
            String handles,
            int version,
            List<String> serves,
            List<String> routes) {
        public AccountCard {
            serves = List.copyOf(serves);
            routes = List.copyOf(routes);
        }
    }
}
