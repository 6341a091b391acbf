package io.quittance.application.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.application.account.Holder;
import io.quittance.application.store.Given;
import io.quittance.application.store.InMemoryStore;
import io.quittance.domain.merchant.Merchant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A message that may be for several")
class CandidatesTest {
    private final InMemoryStore store = InMemoryStore.at(() -> Given.NOON);
    private final Merchant first = Given.merchant(store);
    private final Holder one = Given.holder(store, first);
    private final Holder other = Given.holder(store, Given.merchant(store));

    private Holder removed() {
        store.merchants().remove(first.app(), Given.DEED);
        Merchant gone = store.merchants().byId(first.id()).orElseThrow();
        return new Holder(gone, one.account());
    }

    @Test
    void is_for_the_only_one() {
        assertEquals(Optional.of(one), Candidates.owner(List.of(one), _ -> false));
        Holder removed = removed();
        assertEquals(Optional.of(removed), Candidates.owner(List.of(removed), _ -> false));
    }

    @Test
    void is_for_the_only_one_who_knows_what_it_is_about() {
        Holder removed = removed();

        assertEquals(Optional.of(other), Candidates.owner(List.of(removed, other), other::equals));
        assertEquals(Optional.of(removed), Candidates.owner(List.of(removed, other), removed::equals));
    }

    @Test
    void that_nobody_knows_is_for_the_only_one_who_was_not_removed() {
        assertEquals(Optional.of(other), Candidates.owner(List.of(removed(), other), _ -> false));
    }

    @Test
    void that_several_know_is_for_the_only_one_of_them_who_was_not_removed() {
        assertEquals(Optional.of(other), Candidates.owner(List.of(removed(), other), _ -> true));
    }

    @Test
    void is_for_nobody_where_that_cannot_be_told() {
        assertEquals(Optional.empty(), Candidates.owner(List.of(one, other), _ -> false));
        assertEquals(Optional.empty(), Candidates.owner(List.of(one, other), _ -> true));
        assertEquals(Optional.empty(), Candidates.owner(List.of(), _ -> true));
    }
}
