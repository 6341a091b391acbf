package io.quittance.http.outbound;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/**
 * One below TLS that hears what was said before the other side hung up. Who does not take our certificate says so in an alert and
 * closes, mostly while we write; the write then fails first, and the alert would be lost. So it is passed over, and what follows is
 * read: the alert, or that the connection is gone.
 */
class HearingSocket extends Socket {
    @Override
    public OutputStream getOutputStream() throws IOException {
        return new Passing(super.getOutputStream());
    }

    /** Where no TLS is spoken. */
    final OutputStream plain() throws IOException {
        return super.getOutputStream();
    }

    private static final class Passing extends FilterOutputStream {
        private boolean gone;

        Passing(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (gone) {
                return;
            }
            try {
                out.write(bytes, from, length);
            } catch (IOException _) {
                gone = true;
            }
        }
    }
}
