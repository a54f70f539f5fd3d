namespace Coppice.Server.Text.Concepts;

/// <summary>
/// Small letters that people also write without their accent: the canonical decompositions of Unicode, which a process with invariant globalization
/// cannot ask for, and letters such as ø that have none. Й and Ў stay: to their readers they are letters, not accents.
/// </summary>
internal static class Accents
{
    /// <summary>A letter, and those that are written as it.</summary>
    public static readonly (char Plain, string Accented)[] Letters =
    [
        ('a', "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
        ('b', "ḃḅḇ"),
        ('c', "çćĉċčḉ"),
        ('d', "ďḋḍḏḑḓđð"),
        ('e', "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
        ('f', "ḟ"),
        ('g', "ĝğġģǧǵḡ"),
        ('h', "ĥȟḣḥḧḩḫẖħ"),
        ('i', "ìíîïĩīĭįǐȉȋḭḯỉịı"),
        ('j', "ĵǰ"),
        ('k', "ķǩḱḳḵĸ"),
        ('l', "ĺļľḷḹḻḽł"),
        ('m', "ḿṁṃ"),
        ('n', "ñńņňǹṅṇṉṋŋŉ"),
        ('o', "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợøǿ"),
        ('p', "ṕṗ"),
        ('r', "ŕŗřȑȓṙṛṝṟ"),
        ('s', "śŝşšșṡṣṥṧṩſẛ"),
        ('t', "ţťțṫṭṯṱẗŧ"),
        ('u', "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
        ('v', "ṽṿ"),
        ('w', "ŵẁẃẅẇẉẘ"),
        ('x', "ẋẍ"),
        ('y', "ýÿŷȳẏẙỳỵỷỹ"),
        ('z', "źżžẑẓẕ"),
        ('æ', "ǣǽ"),
        ('ø', "ǿ"),
        ('α', "άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ"),
        ('ε', "έἐἑἒἓἔἕὲέ"),
        ('η', "ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ"),
        ('ι', "ΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ"),
        ('ο', "όὀὁὂὃὄὅὸό"),
        ('ρ', "ῤῥ"),
        ('υ', "ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ"),
        ('ω', "ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ"),
        ('а', "ӑӓ"),
        ('г', "ѓ"),
        ('е', "ѐёӗ"),
        ('ж', "ӂӝ"),
        ('з', "ӟ"),
        ('и', "ѝӣӥ"),
        ('к', "ќ"),
        ('о', "ӧ"),
        ('у', "ӯӱӳ"),
        ('ч', "ӵ"),
        ('ы', "ӹ"),
        ('э', "ӭ"),
        ('σ', "ς"),
    ];

    /// <summary>Letters that are written as two or three.</summary>
    public static readonly (char Letter, string Plain)[] Ligatures =
    [
        ('ß', "ss"), ('æ', "ae"), ('ǣ', "ae"), ('ǽ', "ae"), ('œ', "oe"), ('þ', "th"), ('ĳ', "ij"),
        ('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl"), ('ﬅ', "st"), ('ﬆ', "st"),
    ];

    /// <summary>Marks that stand apart from their letter in decomposed text: the general ones, and the vowels and the stretch of Arabic.</summary>
    public static bool IsMark(int character) => character is (>= 0x0300 and <= 0x036F) or (>= 0x064B and <= 0x065F) or 0x0670 or 0x0640 or 0x200C or 0x200D or 0x00AD;
}
