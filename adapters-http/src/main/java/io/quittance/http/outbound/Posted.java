package io.quittance.http.outbound;

import io.quittance.domain.text.Bytes;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What became of a post, told apart by the one question that matters for money: may the other side have seen it? */
public sealed interface Posted {
    /** From the call to the answer's last byte, or to the fault; whole milliseconds. */
    Duration took();

    /**
     * An answer came, whatever it says.
     *
     * @param headers all that came with it
     * @param body what the far application has written, unpacked if something on the way had packed it; as much as we read
     * @param flaw why that is not all that was written: there was more, or it could not be unpacked
     * @param relay who on the way may have answered in the other side's place, in words
     */
    record Answered(
            int status, Headers headers, Bytes body, Optional<String> flaw, Optional<String> relay, Duration took)
            implements Posted {
        public Answered {
            Objects.requireNonNull(headers, "headers");
            Objects.requireNonNull(body, "body");
            Objects.requireNonNull(flaw, "flaw");
            Objects.requireNonNull(relay, "relay");
            Objects.requireNonNull(took, "took");
        }
    }

    /** It is for us that nothing was sent: nothing left this machine, and the other side was not even tried. */
    sealed interface Withheld extends Posted {
        String why();
    }

    /** We ourselves could not: too many of our own posts were under way, or what it is to be signed with cannot be had now. */
    record Crowded(String why, Duration took) implements Withheld {
        public Crowded {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(took, "took");
        }
    }

    /** The caller no longer wanted it, asked directly before the first byte. */
    record Withdrawn(Duration took) implements Withheld {
        public Withdrawn {
            Objects.requireNonNull(took, "took");
        }

        @Override
        public String why() {
            return "withdrawn";
        }
    }

    /**
     * Certainly no byte of the body was sent: no address, refused, no connection in time, no TLS session.
     *
     * @param late whether our patience was at its end
     */
    record NotConnected(String why, boolean late, Duration took) implements Posted {
        public NotConnected {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(took, "took");
        }
    }

    /**
     * Something may have been sent, and no whole answer came back.
     *
     * @param status the answer's status, if the fault came behind it
     * @param late whether our patience was at its end
     */
    record Broken(Optional<Integer> status, String why, boolean late, Duration took) implements Posted {
        public Broken {
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(took, "took");
        }
    }
}
