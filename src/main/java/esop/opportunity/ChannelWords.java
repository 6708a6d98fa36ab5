package esop.opportunity;

import esop.web.Texts;
import java.util.Locale;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** What channels are called. */
@Component
public class ChannelWords {

    /** In Chinese, for what is kept. */
    String of(String channel) {
        return in(Texts.CHINESE, channel);
    }

    public String in(Locale locale, String channel) {
        var at = channel.indexOf('@');
        var name = at < 0 ? channel : channel.substring(0, at);
        try {
            return Texts.in(locale, "opportunity.channel." + name);
        } catch (NoSuchMessageException unnamed) {
            return name;
        }
    }
}
