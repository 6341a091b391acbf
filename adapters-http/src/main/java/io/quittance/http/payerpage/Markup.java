package io.quittance.http.payerpage;

import io.quittance.domain.text.ProtocolText;

/**
 * HTML in the making. Literal markup goes in by {@link #html}, everything else by {@link #text}: what others wrote can
 * never become markup.
 */
final class Markup {
    private final StringBuilder out = new StringBuilder(4096);

    /** Markup as a programmer wrote it. */
    Markup html(String markup) {
        out.append(markup);
        return this;
    }

    /** Any text, also as the value of an attribute in double quotes. */
    Markup text(String text) {
        ProtocolText.printable(text.replace('\n', ' ').replace('\t', ' '))
                .codePoints()
                .forEach(this::escaped);
        return this;
    }

    /** A text whose direction nobody knows, so that it cannot turn what stands around it. */
    Markup isolated(String text) {
        return html("<bdi>").text(text).html("</bdi>");
    }

    private void escaped(int point) {
        switch (point) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(point);
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
