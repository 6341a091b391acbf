package io.quittance.bootstrap.command;

import io.quittance.application.erasure.FindPersons;
import io.quittance.application.person.Hand;
import io.quittance.bootstrap.management.Ages;
import io.quittance.domain.capture.OutTradeNo;
import io.quittance.domain.lifecycle.Failure;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Endpoint;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.money.AmountText;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Currency;
import io.quittance.domain.text.Flaw;
import io.quittance.domain.text.ProtocolText;
import io.quittance.domain.text.WebUrl;
import io.quittance.persistence.story.OrderStates;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Text behind an option, looked at before anything is asked: what can be nothing of the kind makes no sense whether a service runs
 * or not. Whether there is what it names is another question, which the service answers. Neither streams nor lambdas here: what is
 * made of picocli's classes is in no cache, and each would cost a command some milliseconds.
 */
abstract class Said implements ITypeConverter<String> {
    /** What was expected instead; empty if it may stand there. */
    abstract Optional<String> fault(String text);

    @Override
    public String convert(String text) {
        Optional<String> expected = fault(text);
        if (expected.isPresent()) {
            throw new TypeConversionException(
                    "'" + ProtocolText.excerpt(text) + "' (expected: " + expected.get() + ")");
        }
        return text;
    }

    private static Optional<String> unless(boolean fits, String expected) {
        return fits ? Optional.empty() : Optional.of(expected);
    }

    private static boolean isTime(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    /** Also such as no app has any more. */
    static final class App extends Said {
        @Override
        Optional<String> fault(String text) {
            return ProtocolText.fault(text, AppId.MAX_CHARACTERS);
        }
    }

    static final class Merchant extends Said {
        @Override
        Optional<String> fault(String text) {
            return ProtocolText.fault(text, MerchantNo.MAX_CHARACTERS);
        }
    }

    /** Whoever gave it. */
    static final class Number extends Said {
        private static final int MOST = 256;

        @Override
        Optional<String> fault(String text) {
            return ProtocolText.fault(text, MOST);
        }
    }

    static final class TradeNo extends Said {
        @Override
        Optional<String> fault(String text) {
            return ProtocolText.fault(text, OutTradeNo.MAX_CHARACTERS);
        }
    }

    static final class Reason extends Said {
        @Override
        Optional<String> fault(String text) {
            return ProtocolText.fault(text.strip(), Hand.MAX_REASON);
        }
    }

    static final class Name extends Said {
        @Override
        Optional<String> fault(String text) {
            return ProtocolText.fault(text.strip(), Hand.MAX_PERSON);
        }
    }

    static final class Message extends Said {
        @Override
        Optional<String> fault(String text) {
            return ProtocolText.fault(text.strip(), Failure.MAX_MESSAGE);
        }
    }

    /** What is looked for may be somebody's name or card, so it is not shown. */
    static final class Value extends Said {
        @Override
        Optional<String> fault(String text) {
            return unless(
                    !text.isEmpty() && text.length() <= FindPersons.MAX_VALUE,
                    "1 to " + FindPersons.MAX_VALUE + " characters");
        }

        @Override
        public String convert(String text) {
            Optional<String> expected = fault(text);
            if (expected.isPresent()) {
                throw new TypeConversionException(text.length() + " characters (expected: " + expected.get() + ")");
            }
            return text;
        }
    }

    static final class Age extends Said {
        @Override
        Optional<String> fault(String text) {
            return unless(Ages.read(text).isPresent(), Ages.EXPECTED);
        }
    }

    /** Before now as well as behind it. */
    static final class TimeOrAge extends Said {
        @Override
        Optional<String> fault(String text) {
            return unless(
                    Ages.read(text).isPresent() || isTime(text),
                    "a time as 2026-11-27T05:00:00Z, or a span " + Ages.EXPECTED);
        }
    }

    static final class Time extends Said {
        @Override
        Optional<String> fault(String text) {
            return unless(isTime(text), "as 2026-11-01T00:00:00Z");
        }
    }

    static final class Month extends Said {
        @Override
        Optional<String> fault(String text) {
            try {
                YearMonth.parse(text);
                return Optional.empty();
            } catch (DateTimeParseException _) {
                return Optional.of("as 2026-03");
            }
        }
    }

    /** In any case. */
    static final class State extends Said {
        @Override
        Optional<String> fault(String text) {
            return unless(
                    OrderStates.all().contains(text.toUpperCase(Locale.ROOT)),
                    "one of " + String.join(", ", OrderStates.all()));
        }
    }

    static final class Code extends Said {
        private static final Pattern CODE = Pattern.compile("[A-Z0-9_]{1,32}");

        @Override
        Optional<String> fault(String text) {
            return unless(
                    CODE.matcher(text).matches(), "1 to 32 capital letters, digits and underscores, as BANK_CLOSED");
        }
    }

    static final class Money extends Said {
        @Override
        Optional<String> fault(String text) {
            boolean above = AmountText.of(text).isPresent()
                    && AmountText.of(text).get().value().signum() > 0;
            return unless(above, AmountText.EXPECTED + ", above zero");
        }
    }

    static final class CurrencyCode extends Said {
        @Override
        Optional<String> fault(String text) {
            return unless(Currency.of(text).isPresent(), "a code of ISO 4217, as USD");
        }
    }

    static final class CountryCode extends Said {
        @Override
        Optional<String> fault(String text) {
            return unless(Country.of(text).isPresent(), "two capital letters, as ID");
        }
    }

    /** Ours of something that is numbered from 1 on. */
    static final class Ordinal extends Said {
        private static final Pattern ORDINAL = Pattern.compile("[1-9][0-9]{0,17}");

        @Override
        Optional<String> fault(String text) {
            return unless(ORDINAL.matcher(text).matches(), "a whole number from 1 on, as 20");
        }
    }

    static final class EndpointName extends Said {
        @Override
        Optional<String> fault(String text) {
            try {
                Endpoint.requireName(text);
                return Optional.empty();
            } catch (IllegalArgumentException _) {
                return Optional.of("1 to 32 small letters, digits and hyphens, no hyphen first");
            }
        }
    }

    static final class Fingerprint extends Said {
        private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]{1,64}");

        @Override
        Optional<String> fault(String text) {
            return unless(DIGITS.matcher(text.strip()).matches(), "as it is listed, or its first digits, as 3b242b56");
        }
    }

    static final class FileName extends Said {
        @Override
        Optional<String> fault(String text) {
            return unless(!text.isBlank(), "the name of a file");
        }
    }

    /** Nothing of it is shown, as a password may stand in it. */
    static final class Url extends Said {
        @Override
        Optional<String> fault(String text) {
            return WebUrl.flaw(text).map(Flaw::expected);
        }

        @Override
        public String convert(String text) {
            Optional<Flaw> flaw = WebUrl.flaw(text);
            if (flaw.isPresent()) {
                throw new TypeConversionException(flaw.get().toString());
            }
            return text;
        }
    }

    /** Of it is shown what it begins with, and no password. */
    static final class ServerUrl extends Said {
        private static final Pattern SERVER = Pattern.compile("jdbc:(mysql|mariadb)://[^/?]+/[^/?]+(\\?.*)?");
        private static final Pattern BEGINNING = Pattern.compile("(jdbc:)?[a-z0-9]{1,20}");

        @Override
        Optional<String> fault(String text) {
            return unless(
                    SERVER.matcher(text).matches(),
                    "jdbc:mysql://HOST:PORT/DATABASE or jdbc:mariadb://HOST:PORT/DATABASE");
        }

        @Override
        public String convert(String text) {
            Optional<String> expected = fault(text);
            if (expected.isPresent()) {
                var beginning = BEGINNING.matcher(text);
                String begins = beginning.lookingAt() ? beginning.group() : "";
                throw new TypeConversionException("it begins with '" + begins + "' (expected: " + expected.get() + ")");
            }
            return text;
        }
    }
}
