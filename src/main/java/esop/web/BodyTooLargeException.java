package esop.web;

import java.io.IOException;

/** More came than a request may bring: 413. */
class BodyTooLargeException extends IOException {

    BodyTooLargeException() {
        super(Texts.get("web.detail.too-large"));
    }
}
