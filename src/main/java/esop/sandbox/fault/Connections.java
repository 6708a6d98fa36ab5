package esop.sandbox.fault;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Lets a request's connection be ended below HTTP, closed or reset, which servlets cannot do. */
@Component
class Connections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String CONNECTION = Connections.class.getName();

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(ResettableProtocol.class.getName());
        factory.addContextValves(new ConnectionValve());
    }

    static void close(ServletRequest request) {
        end(request, new ResettableProtocol.Ending(false));
    }

    static void reset(ServletRequest request) {
        end(request, new ResettableProtocol.Ending(true));
    }

    private static void end(ServletRequest request, ResettableProtocol.Ending how) {
        ((Response) request.getAttribute(CONNECTION)).getCoyoteResponse().action(ActionCode.CLOSE_NOW, how);
    }

    private static final class ConnectionValve extends ValveBase {

        ConnectionValve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            request.setAttribute(CONNECTION, response);
            getNext().invoke(request, response);
        }
    }
}
