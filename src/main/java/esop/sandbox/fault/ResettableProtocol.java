package esop.sandbox.fault;

import java.io.IOException;
import java.net.StandardSocketOptions;
import org.apache.coyote.Adapter;
import org.apache.coyote.ErrorState;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.NioChannel;

/** Tomcat's HTTP over NIO that can end a connection with a TCP reset: no lingering, then close. */
public final class ResettableProtocol extends Http11NioProtocol {

    @Override
    protected Processor createProcessor() {
        return new ResettableProcessor(this, getAdapter());
    }

    static final class Reset extends IOException {

        Reset() {
            super("reset as the fault switch says");
        }
    }

    private static final class ResettableProcessor extends Http11Processor {

        ResettableProcessor(Http11NioProtocol protocol, Adapter adapter) {
            super(protocol, adapter);
        }

        @Override
        protected void setErrorState(ErrorState errorState, Throwable cause) {
            if (cause instanceof Reset && socketWrapper.getSocket() instanceof NioChannel channel) {
                try {
                    channel.getIOChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
                } catch (IOException alreadyGone) {
                    // nothing left to reset
                }
            }
            super.setErrorState(errorState, cause);
        }
    }
}
