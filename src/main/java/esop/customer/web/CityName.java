package esop.customer.web;

import esop.web.Texts;

/** What people call a city, in the language of the request. */
final class CityName {

    private CityName() {}

    static String of(String city) {
        return Texts.get("customer.city." + city);
    }
}
