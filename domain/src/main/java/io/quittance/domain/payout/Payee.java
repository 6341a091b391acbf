package io.quittance.domain.payout;

import io.quittance.domain.money.Country;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Who is paid, as far as it was said. Personal, and so is each part: they print nothing. */
public record Payee(
        Kind kind,
        Account account,
        Bank bank,
        Name name,
        Contact contact,
        Document document,
        Address address,
        Origin origin) {
    /** Whether somebody is paid, or a business. */
    public enum Kind {
        /** Counts where nothing is said. */
        PERSON,
        COMPANY
    }

    /** As the protocol asks for it. */
    public enum Gender {
        FEMALE,
        MALE
    }

    public Payee {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(bank, "bank");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(origin, "origin");
    }

    @Override
    public String toString() {
        return "Payee[...]";
    }

    /**
     * Where the money goes: an account at a bank, a wallet, a telephone number, by the method.
     *
     * @param type which kind of account it is; its words are agreed by country and method
     */
    public record Account(String number, Optional<String> type, Optional<String> checkDigit) {
        public Account {
            Wording.require("account", number);
            Wording.require("account", List.of(type, checkDigit));
        }

        @Override
        public String toString() {
            return "Account[...]";
        }
    }

    /**
     * The bank that has the account.
     *
     * @param code its code in that country, or its BIC
     * @param branch the number of the branch
     * @param correspondentAccount the account that the bank itself has at another
     */
    public record Bank(
            Optional<String> code,
            Optional<String> name,
            Optional<String> branch,
            Optional<String> city,
            Optional<String> correspondentAccount) {
        public Bank {
            Wording.require("bank", List.of(code, name, branch, city, correspondentAccount));
        }

        @Override
        public String toString() {
            return "Bank[...]";
        }
    }

    /**
     * What shows who the payee is.
     *
     * @param type which kind of document; its words are agreed by country
     */
    public record Document(
            Optional<String> type,
            Optional<String> number,
            Optional<LocalDate> issuedOn,
            Optional<LocalDate> expiresOn) {
        public Document {
            Wording.require("document", List.of(type, number));
            Objects.requireNonNull(issuedOn, "issuedOn");
            Objects.requireNonNull(expiresOn, "expiresOn");
        }

        @Override
        public String toString() {
            return "Document[...]";
        }
    }

    /** Where the payee lives. @param line street and house */
    public record Address(
            Optional<String> line, Optional<String> city, Optional<String> state, Optional<String> zipCode) {
        public Address {
            Wording.require("address", List.of(line, city, state, zipCode));
        }

        @Override
        public String toString() {
            return "Address[...]";
        }
    }

    /** When and where the payee was born, and as what. */
    public record Origin(
            Optional<LocalDate> birthDate,
            Optional<Country> birthCountry,
            Optional<Country> nationality,
            Optional<Gender> gender) {
        public Origin {
            Objects.requireNonNull(birthDate, "birthDate");
            Objects.requireNonNull(birthCountry, "birthCountry");
            Objects.requireNonNull(nationality, "nationality");
            Objects.requireNonNull(gender, "gender");
        }

        @Override
        public String toString() {
            return "Origin[...]";
        }
    }
}
