package esop.opportunity;

import java.math.BigDecimal;
import java.time.LocalDate;

/** An agreement in force, as far as its end is concerned. */
record EndingAgreement(
        String opportunityId, String city, String number, LocalDate starts, LocalDate ends, BigDecimal value) {}
