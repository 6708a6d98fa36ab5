package esop.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FragmentSearchTests {

    @Test
    void looksForPiecesSideBySide() {
        assertThat(FragmentSearch.pieces("ht202")).containsExactly("ht2", "202");
        assertThat(FragmentSearch.pieces("远航集团4321")).containsExactly("远航集", "团43", "321");
        assertThat(FragmentSearch.pieces("0000")).containsExactly("000");
    }

    @Test
    void looksForNumbersByTheirLongPiecesAlone() {
        assertThat(FragmentSearch.pieces("ht20261")).containsExactly("ht2026", "t20261");
        assertThat(FragmentSearch.pieces("nj-mpls-1234567")).containsExactly("123456", "234567");
        assertThat(FragmentSearch.pieces("远航0000000")).containsExactly("000000");
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
