package io.quittance.http.acquirer;

import io.quittance.application.account.Serving;
import io.quittance.domain.account.Account;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.account.Service;
import io.quittance.http.south.UpstreamPublicKeys;
import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The acquirers that are there in this process. An order goes to the one of the account that it goes through. */
public final class Acquirers {
    private final List<Acquirer> all;

    /** @throws IllegalStateException if two have one name */
    public Acquirers(Collection<Acquirer> all) {
        this.all = List.copyOf(all);
        if (all.stream().map(Acquirer::name).distinct().count() != all.size()) {
            throw new IllegalStateException("two acquirers have one name: "
                    + all.stream()
                            .map(Acquirer::name)
                            .map(AcquirerName::value)
                            .sorted()
                            .toList());
        }
    }

    public List<Acquirer> all() {
        return all;
    }

    public Optional<Acquirer> by(AcquirerName name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** @param port of the kind of order that is asked for, as {@code Acquirer::payouts} */
    public <P> Serving<P> serving(Function<Acquirer, Optional<P>> port) {
        return name -> by(name).flatMap(port);
    }

    public boolean serves(AcquirerName name, Service service) {
        return by(name).filter(one -> one.serves(service)).isPresent();
    }

    /** Whether anybody here does that. */
    public boolean serves(Service service) {
        return all.stream().anyMatch(one -> one.serves(service));
    }

    /** What the messages of an account verify with now, if they are in PayerMax's protocol. */
    public UpstreamPublicKeys keys() {
        return new UpstreamPublicKeys() {
            @Override
            public List<PublicKey> of(Account account) {
                return by(account.acquirer()).map(one -> one.keys().of(account)).orElse(List.of());
            }

            @Override
            public List<Resting> resting(Account account) {
                return by(account.acquirer())
                        .map(one -> one.keys().resting(account))
                        .orElse(List.of());
            }
        };
    }
}
