package esop.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FragmentSearchTests {

    @Test
    void looksForEveryPieceThatTheIndexHolds() {
        assertThat(FragmentSearch.pieces("ht2026")).containsExactly("ht2", "t20", "202", "026");
        assertThat(FragmentSearch.pieces("0000")).containsExactly("000");
    }

    @Test
    void takesWhatIsShorterAsOnePiece() {
        assertThat(FragmentSearch.pieces("远航")).containsExactly("远航");
        assertThat(FragmentSearch.pieces("航")).containsExactly("航");
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(FragmentSearch.pieces("𠮷野家店")).containsExactly("𠮷野家", "野家店");
    }
}
