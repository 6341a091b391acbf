package io.quittance.bootstrap.management;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What our own management API answers, as it comes from a socket that is closed behind it. Read here, as to load a
 * client for all that HTTP knows would take a command most of its time.
 */
record PlainAnswer(int status, byte[] body) {
    private static final int MOST_OF_A_HEAD = 16 * 1024;

    /** @throws IOException if it is cut off, or has a form that we never give it */
    static PlainAnswer read(InputStream in) throws IOException {
        String[] head = head(in).split("\r\n");
        if (!head[0].matches("HTTP/1\\.[01] [0-9]{3}( .*)?")) {
            throw new IOException("no HTTP");
        }
        byte[] body = in.readAllBytes();
        for (String line : head) {
            String[] field = line.split(":", 2);
            if (field[0].equalsIgnoreCase("Transfer-Encoding")
                    || field[0].equalsIgnoreCase("Content-Length")
                            && !field[1].strip().equals(Integer.toString(body.length))) {
                throw new IOException("not the length that it says");
            }
        }
        return new PlainAnswer(Integer.parseInt(head[0].substring(9, 12)), body);
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ended = 0;
        while (ended < 4) {
            int next = in.read();
            if (next < 0 || head.size() == MOST_OF_A_HEAD) {
                throw new EOFException("no head of HTTP");
            }
            head.write(next);
            ended = next == (ended % 2 == 0 ? '\r' : '\n') ? ended + 1 : next == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.US_ASCII);
    }
}
