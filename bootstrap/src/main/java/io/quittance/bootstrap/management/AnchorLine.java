package io.quittance.bootstrap.management;

import io.quittance.application.audit.Anchor;
import io.quittance.application.audit.AuditKey;
import io.quittance.application.journal.ObjectRef;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.ProtocolText;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An anchor as it is kept in files: kind, number, month, row and MAC, a blank between them. */
final class AnchorLine {
    private static final Pattern LINE = Pattern.compile(
            "(?<kind>[a-z-]+) (?<number>\\S{1,256}) (?<month>[0-9]{6}) (?<row>[1-9][0-9]{0,8}) (?<mac>[0-9a-f]{"
                    + 2 * AuditKey.MAC_BYTES + "})");

    private AnchorLine() {}

    static String of(Anchor anchor) {
        return String.join(
                " ",
                KeptStories.word(anchor.about().kind()),
                anchor.about().id(),
                Integer.toString(anchor.month()),
                Integer.toString(anchor.sequence()),
                HexFormat.of().formatHex(anchor.mac().toArray()));
    }

    static Anchor read(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new Trouble("This is no anchor: " + ProtocolText.excerpt(line)
                    + " (expected: a line as 'quittance audit anchor' writes it).");
        }
        return new Anchor(
                new ObjectRef(KeptStories.kind(parts.group("kind")), parts.group("number")),
                Integer.parseInt(parts.group("month")),
                Integer.parseInt(parts.group("row")),
                Bytes.of(HexFormat.of().parseHex(parts.group("mac"))));
    }
}
