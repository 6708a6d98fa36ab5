package esop.sandbox.fault;

import java.io.IOException;
import java.net.StandardSocketOptions;
import org.apache.coyote.Adapter;
import org.apache.coyote.ErrorState;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;

/** Tomcat's HTTP over NIO that can end a connection with a TCP reset: no lingering, then close. */
public final class ResettableProtocol extends Http11NioProtocol {

    @Override
    protected Processor createProcessor() {
        return new ResettableProcessor(this, getAdapter());
    }

    /** Said to the connector as the reason to close: the way in which to do it. */
    static final class Ending extends IOException {

        private final boolean reset;

        Ending(boolean reset) {
            super("ended as the fault switch says");
            this.reset = reset;
        }
    }

    private static final class ResettableProcessor extends Http11Processor {

        ResettableProcessor(Http11NioProtocol protocol, Adapter adapter) {
            super(protocol, adapter);
        }

        /** The socket goes first, so that nothing Tomcat still wants to say can reach the caller. */
        @Override
        protected void setErrorState(ErrorState errorState, Throwable cause) {
            if (cause instanceof Ending ending && socketWrapper instanceof NioSocketWrapper socket) {
                try {
                    end(socket, ending.reset);
                } catch (IOException alreadyGone) {
                    // the caller was faster
                }
            }
            super.setErrorState(errorState, cause);
        }

        private static void end(NioSocketWrapper socket, boolean reset) throws IOException {
            var channel = socket.getSocket().getIOChannel();
            if (!reset) {
                channel.shutdownOutput();
                return;
            }
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.close();
            // A channel is only closed for good when its selector looks at it again.
            socket.getPoller().getSelector().wakeup();
        }
    }
}
