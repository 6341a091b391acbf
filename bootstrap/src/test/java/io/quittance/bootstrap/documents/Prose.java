package io.quittance.bootstrap.documents;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a file says to people: comments of code, pages without the code that they show. */
final class Prose {
    /** Literals come first, so that what looks like a comment inside of one is none. */
    private static final Pattern JAVA = Pattern.compile(
            "(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'|(/\\*.*?\\*/|//[^\\n]*)");

    private static final Pattern CODE_IN_JAVADOC = Pattern.compile("\\{@(?:code|link|value)[^}]*}");
    private static final Pattern SQL = Pattern.compile("(?s)'[^']*'|(--[^\\n]*|/\\*.*?\\*/)");
    private static final Pattern CODE_IN_PAGE = Pattern.compile("(?ms)^```.*?^```|^ {4}[^\\n]*$|`[^`\\n]+`");

    private Prose() {}

    static String ofJava(String source) {
        return CODE_IN_JAVADOC.matcher(comments(JAVA, source)).replaceAll(" ");
    }

    static String ofSql(String source) {
        return comments(SQL, source);
    }

    static String ofPage(String page) {
        return CODE_IN_PAGE.matcher(page).replaceAll(" ");
    }

    private static String comments(Pattern pattern, String source) {
        return pattern.matcher(source)
                .results()
                .filter(match -> match.group(1) != null)
                .map(match -> match.group(1))
                .collect(Collectors.joining("\n"));
    }
}
