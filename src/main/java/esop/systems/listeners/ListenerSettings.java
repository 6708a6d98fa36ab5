package esop.systems.listeners;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where events may go. What signs them are {@link ListenerSecrets}.
 *
 * @param hosts names or addresses of hosts, each for any port or with one ({@code esop.group.example:8443}); {@code *.group.example} stands for
 *     all below it, but never for an address within this machine or its link
 */
@ConfigurationProperties("esop.listeners")
record ListenerSettings(@DefaultValue List<String> hosts) {}
