package esop;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** Looks before the long part of a start whether a port can be had. */
final class Ports {

    private Ports() {}

    static void checkFree(Optional<String> address, int port) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address.isPresent() ? InetAddress.getByName(address.get()) : null, port));
        } catch (BindException taken) {
            throw StartFailure.portTaken(port, taken);
        }
    }
}
