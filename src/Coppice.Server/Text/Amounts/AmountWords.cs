namespace Coppice.Server.Text.Amounts;

/// <summary>Words around amounts in the twelve languages notes are written in. Longer ones stand before those they begin with.</summary>
internal static class AmountWords
{
    /// <summary>What a number is multiplied by.</summary>
    public static readonly (string Word, double Times)[] Multipliers =
    [
        ("k", 1e3), ("tsd.", 1e3), ("tsd", 1e3), ("thousand", 1e3), ("mille", 1e3), ("mila", 1e3), ("mil", 1e3), ("tausend", 1e3), ("duizend", 1e3),
        ("тысячи", 1e3), ("тысяч", 1e3), ("тыс.", 1e3), ("тыс", 1e3), ("ألف", 1e3), ("آلاف", 1e3), ("الاف", 1e3), ("千", 1e3), ("천", 1e3),
        ("百万", 1e6), ("万", 1e4), ("萬", 1e4), ("만", 1e4), ("億", 1e8), ("亿", 1e8), ("억", 1e8),
        ("millions", 1e6), ("million", 1e6), ("millionen", 1e6), ("milioni", 1e6), ("milione", 1e6), ("millones", 1e6), ("millón", 1e6), ("milhões", 1e6),
        ("milhão", 1e6), ("miljoen", 1e6), ("mio.", 1e6), ("mio", 1e6), ("миллионов", 1e6), ("миллиона", 1e6), ("миллион", 1e6), ("млн", 1e6),
        ("مليون", 1e6), ("ملايين", 1e6), ("m", 1e6),
    ];

    public static readonly (string Word, string Code)[] Currencies =
    [
        ("€", "EUR"), ("euros", "EUR"), ("euro", "EUR"), ("eur", "EUR"), ("евро", "EUR"), ("يورو", "EUR"), ("欧元", "EUR"), ("ユーロ", "EUR"), ("유로", "EUR"),
        ("r$", "BRL"), ("reais", "BRL"), ("us$", "USD"), ("$", "USD"), ("usd", "USD"), ("dollars", "USD"), ("dollar", "USD"), ("dólares", "USD"), ("dolares", "USD"), ("dollari", "USD"),
        ("долларов", "USD"), ("доллара", "USD"), ("دولار", "USD"), ("美元", "USD"), ("ドル", "USD"), ("달러", "USD"),
        ("£", "GBP"), ("gbp", "GBP"), ("pounds", "GBP"), ("pound", "GBP"), ("livres", "GBP"), ("libras", "GBP"), ("sterline", "GBP"), ("pfund", "GBP"), ("фунтов", "GBP"),
        ("英镑", "GBP"), ("ポンド", "GBP"), ("파운드", "GBP"),
        ("円", "JPY"), ("yen", "JPY"), ("jpy", "JPY"), ("¥", "JPY"), ("￥", "JPY"), ("日元", "JPY"), ("엔", "JPY"),
        ("人民币", "CNY"), ("元", "CNY"), ("yuan", "CNY"), ("cny", "CNY"), ("rmb", "CNY"),
        ("₩", "KRW"), ("원", "KRW"), ("krw", "KRW"), ("won", "KRW"),
        ("₽", "RUB"), ("рублей", "RUB"), ("рубля", "RUB"), ("руб.", "RUB"), ("руб", "RUB"), ("rub", "RUB"),
        ("chf", "CHF"), ("franken", "CHF"), ("francs", "CHF"), ("aed", "AED"), ("درهم", "AED"), ("dirhams", "AED"), ("sar", "SAR"), ("ريال", "SAR"),
    ];

    /// <summary>What stands between the two ends of a range.</summary>
    public static readonly string[] Ranges =
        ["-", "–", "—", "~", "〜", "～", "to", "à", "a", "bis", "tot", "hasta", "até", "до", "إلى", "至", "到", "から", "에서"];

    /// <summary>What stands between the two ends of a range that one of <see cref="Between"/> begins.</summary>
    public static readonly string[] And = ["and", "et", "und", "en", "y", "e", "и", "و"];

    public static readonly string[] Between = ["between", "entre", "zwischen", "tussen", "tra", "fra", "между", "بين"];

    /// <summary>Words after which a bare number is an amount.</summary>
    public static readonly string[] Budgets =
        ["budget", "presupuesto", "orçamento", "orcamento", "бюджет", "预算", "予算", "예산", "ميزانية", "begroting", "prix", "price", "preis", "precio", "prezzo", "preço", "prijs", "цена", "价格", "価格", "가격"];

    /// <summary>Before the amount, it is the most.</summary>
    public static readonly string[] AtMost =
    [
        "up to", "at most", "under", "below", "less than", "max", "max.", "maximum", "jusqu'à", "jusqu’à", "moins de", "bis zu", "bis", "unter", "höchstens",
        "hasta", "menos de", "máximo", "fino a", "meno di", "massimo", "até", "tot", "maximaal", "до", "не более", "最多", "最高", "最大", "最大で", "최대", "حتى", "<", "≤",
    ];

    /// <summary>Before the amount, it is the least.</summary>
    public static readonly string[] AtLeast =
    [
        "from", "at least", "over", "above", "more than", "min", "min.", "minimum", "à partir de", "plus de", "au moins", "ab", "mindestens", "über", "mehr als",
        "desde", "a partir de", "al menos", "más de", "mínimo", "almeno", "oltre", "più di", "minimo", "mais de", "pelo menos", "vanaf", "minstens", "meer dan",
        "от", "более", "не менее", "至少", "超过", "最低", "최소", "أكثر من", "على الأقل", ">", "≥",
    ];

    /// <summary>After the amount, it is the most.</summary>
    public static readonly string[] OrLess = ["以内", "以下", "まで", "이하", "이내", "까지", "max", "maximum", "or less", "ou moins", "oder weniger"];

    /// <summary>After the amount, it is the least.</summary>
    public static readonly string[] OrMore = ["+", "以上", "이상", "or more", "ou plus", "oder mehr", "o más", "o più", "ou mais", "of meer", "и более", "أو أكثر"];
}
