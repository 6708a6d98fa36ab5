package esop.systems.listeners;

import esop.systems.SystemsSettings;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether an address that another system gave us may be called: nobody is to make ESOP speak to what only ESOP can reach. */
@Component
class ListenerAddress {

    private final ListenerSettings settings;
    private final SystemsSettings systems;

    ListenerAddress(ListenerSettings settings, SystemsSettings systems) {
        this.settings = settings;
        this.systems = systems;
    }

    /** {@code no-url} or {@code host}; asked again before each call, since names may come to mean other machines. */
    Optional<String> obstacle(String callback) {
        var address = parse(callback);
        if (address.isEmpty()) {
            return Optional.of("no-url");
        }
        var host = address.get().getHost().toLowerCase(Locale.ROOT);
        var named = hosts().anyMatch(entry -> names(entry, host, port(address.get())));
        var below = hosts().anyMatch(entry -> entry.startsWith("*.") && host.endsWith(entry.substring(1)));
        return named || below && !isWithin(host) ? Optional.empty() : Optional.of("host");
    }

    private static Optional<URI> parse(String callback) {
        try {
            return Optional.of(URI.create(callback))
                    .filter(url ->
                            "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
                    .filter(url -> url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null);
        } catch (IllegalArgumentException noUrl) {
            return Optional.empty();
        }
    }

    /** While the demo province lives, the sandbox may hear what it asks for. */
    private Stream<String> hosts() {
        var sandbox = Stream.of(systems.sandboxUrl())
                .filter(url -> systems.demo())
                .flatMap(url -> parse(url).stream())
                .map(url -> url.getHost() + ":" + port(url));
        return Stream.concat(settings.hosts().stream(), sandbox).map(entry -> entry.toLowerCase(Locale.ROOT));
    }

    private static boolean names(String entry, String host, int port) {
        return entry.equals(host) || entry.equals(host + ":" + port);
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }

    private static boolean isWithin(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .anyMatch(address -> address.isLoopbackAddress()
                            || address.isLinkLocalAddress()
                            || address.isAnyLocalAddress()
                            || address.isMulticastAddress());
        } catch (UnknownHostException unknown) {
            // Nothing can be sent to it now; whether it may is asked again when it can.
            return false;
        }
    }
}
