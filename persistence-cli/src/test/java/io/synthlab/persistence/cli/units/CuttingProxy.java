package io.synthlab.persistence.cli.units;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Stands between a client and a PostgreSQL server, and cuts the connection on which the next COMMIT goes out. Reads as
 * much of the protocol as that takes (PostgreSQL manual, "Message Formats"); the client must ask for no encryption.
 */
final class CuttingProxy implements AutoCloseable {
    /** Where the connection breaks. */
    enum Cut {
        /** The server never hears of the commit. */
        BEFORE_THE_SERVER,
        /** The server commits, and the client never hears of it. */
        AFTER_THE_SERVER
    }

    private static final String COMMIT = "COMMIT\0";

    private final ServerSocket entrance;
    private final String host;
    private final int serverPort;
    private final AtomicReference<@Nullable Cut> armed = new AtomicReference<>();

    CuttingProxy(String host, int serverPort) throws IOException {
        this.host = host;
        this.serverPort = serverPort;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::acceptAll);
    }

    /** Leads a client here instead of to the server, in words that the proxy understands. */
    void redirect(PGSimpleDataSource client) {
        client.setServerNames(new String[] {entrance.getInetAddress().getHostAddress()});
        client.setPortNumbers(new int[] {entrance.getLocalPort()});
        client.setSslMode("disable");
        client.setGssEncMode("disable");
        client.setPrepareThreshold(0); // every COMMIT goes out as text
    }

    /** Cuts the next COMMIT, once. */
    void cutNextCommit(Cut cut) {
        armed.set(cut);
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }

    private void acceptAll() throws IOException {
        while (true) {
            Line line = new Line(entrance.accept(), new Socket(host, serverPort));
            daemon(line::toServer);
            daemon(line::toClient);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** A broken line is what this class is for; both of its threads end with it. */
    private static void daemon(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException broken) {
                        Thread.currentThread().interrupt();
                    }
                },
                "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    /** One connection of a client and its continuation to the server. */
    private final class Line {
        private final Socket client;
        private final Socket server;
        private volatile boolean swallows;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void toServer() throws IOException {
            try (client;
                    server) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                DataOutputStream out = new DataOutputStream(server.getOutputStream());
                forwardStart(in, out);
                while (forwardMessage(in, out)) {
                    out.flush();
                }
            }
        }

        /** The start is the only message without a type. */
        private void forwardStart(DataInputStream in, DataOutputStream out) throws IOException {
            byte[] body = new byte[in.readInt() - 4];
            in.readFully(body);
            out.writeInt(body.length + 4);
            out.write(body);
            out.flush();
        }

        private boolean forwardMessage(DataInputStream in, DataOutputStream out) throws IOException {
            int type = in.readByte();
            byte[] body = new byte[in.readInt() - 4];
            in.readFully(body);
            if ((type == 'P' || type == 'Q') && contains(body, COMMIT)) {
                Cut cut = armed.getAndSet(null);
                if (cut == Cut.BEFORE_THE_SERVER) {
                    return false;
                }
                swallows = cut == Cut.AFTER_THE_SERVER;
            }
            out.writeByte(type);
            out.writeInt(body.length + 4);
            out.write(body);
            return true;
        }

        void toClient() throws IOException {
            try (client;
                    server) {
                InputStream in = server.getInputStream();
                OutputStream out = client.getOutputStream();
                ByteArrayOutputStream swallowed = new ByteArrayOutputStream();
                byte[] bytes = new byte[8192];
                for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                    if (!swallows) {
                        out.write(bytes, 0, read);
                        out.flush();
                        continue;
                    }
                    swallowed.write(bytes, 0, read);
                    if (contains(swallowed.toByteArray(), COMMIT)) {
                        return; // the server has said that it is done
                    }
                }
            }
        }
    }

    private static boolean contains(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
    }
}
