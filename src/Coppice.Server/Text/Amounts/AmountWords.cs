namespace Coppice.Server.Text.Amounts;

/// <summary>Words around amounts in the twelve languages notes are written in. Longer ones stand before those they begin with.</summary>
internal static class AmountWords
{
    /// <summary>What a number is multiplied by.</summary>
    public static readonly WordIndex Multipliers = WordIndex.ByFirst((AmountWord[])
    [
        new("k", null, 1e3), new("tsd.", null, 1e3), new("tsd", null, 1e3), new("thousand", null, 1e3), new("mille", null, 1e3), new("mila", null, 1e3), new("mil", null, 1e3), new("tausend", null, 1e3), new("duizend", null, 1e3),
        new("тысячи", null, 1e3), new("тысяч", null, 1e3), new("тыс.", null, 1e3), new("тыс", null, 1e3), new("ألف", null, 1e3), new("آلاف", null, 1e3), new("الاف", null, 1e3), new("千", null, 1e3), new("천", null, 1e3),
        new("百万", null, 1e6), new("万", null, 1e4), new("萬", null, 1e4), new("만", null, 1e4), new("億", null, 1e8), new("亿", null, 1e8), new("억", null, 1e8),
        new("millions", null, 1e6), new("million", null, 1e6), new("millionen", null, 1e6), new("milioni", null, 1e6), new("milione", null, 1e6), new("millones", null, 1e6), new("millón", null, 1e6), new("milhões", null, 1e6),
        new("milhão", null, 1e6), new("miljoen", null, 1e6), new("mio.", null, 1e6), new("mio", null, 1e6), new("миллионов", null, 1e6), new("миллиона", null, 1e6), new("миллион", null, 1e6), new("млн", null, 1e6),
        new("مليون", null, 1e6), new("ملايين", null, 1e6), new("m", null, 1e6),
    ]);

    /// <summary>What stands between the two ends of a range.</summary>
    public static readonly WordIndex Ranges = WordIndex.ByFirst(
        "-", "–", "—", "~", "〜", "～", "to", "à", "a", "bis", "tot", "hasta", "até", "до", "إلى", "至", "到", "から", "에서");

    /// <summary>What stands between the two ends of a range that one of <see cref="Between"/> begins.</summary>
    public static readonly WordIndex And = WordIndex.ByFirst("and", "et", "und", "en", "y", "e", "и", "و");

    public static readonly WordIndex Between = WordIndex.ByLast("between", "entre", "zwischen", "tussen", "tra", "fra", "между", "بين");

    private static readonly AmountWord[] Currencies =
    [
        new("€", "EUR"), new("euros", "EUR"), new("euro", "EUR"), new("eur", "EUR"), new("евро", "EUR"), new("يورو", "EUR"), new("欧元", "EUR"), new("ユーロ", "EUR"), new("유로", "EUR"),
        new("r$", "BRL"), new("reais", "BRL"), new("us$", "USD"), new("$", "USD"), new("usd", "USD"), new("dollars", "USD"), new("dollar", "USD"), new("dólares", "USD"), new("dolares", "USD"), new("dollari", "USD"),
        new("долларов", "USD"), new("доллара", "USD"), new("دولار", "USD"), new("美元", "USD"), new("ドル", "USD"), new("달러", "USD"),
        new("£", "GBP"), new("gbp", "GBP"), new("pounds", "GBP"), new("pound", "GBP"), new("livres", "GBP"), new("libras", "GBP"), new("sterline", "GBP"), new("pfund", "GBP"), new("фунтов", "GBP"),
        new("英镑", "GBP"), new("ポンド", "GBP"), new("파운드", "GBP"),
        new("円", "JPY"), new("yen", "JPY"), new("jpy", "JPY"), new("¥", "JPY"), new("￥", "JPY"), new("日元", "JPY"), new("엔", "JPY"),
        new("人民币", "CNY"), new("元", "CNY"), new("yuan", "CNY"), new("cny", "CNY"), new("rmb", "CNY"),
        new("₩", "KRW"), new("원", "KRW"), new("krw", "KRW"), new("won", "KRW"),
        new("₽", "RUB"), new("рублей", "RUB"), new("рубля", "RUB"), new("руб.", "RUB"), new("руб", "RUB"), new("rub", "RUB"),
        new("chf", "CHF"), new("franken", "CHF"), new("francs", "CHF"), new("aed", "AED"), new("درهم", "AED"), new("dirhams", "AED"), new("sar", "SAR"), new("ريال", "SAR"),
    ];

    /// <summary>Signs, codes and words of money behind a number; the value is the code.</summary>
    public static readonly WordIndex CurrenciesAfter = WordIndex.ByFirst(Currencies);

    /// <summary>The same before a number.</summary>
    public static readonly WordIndex CurrenciesBefore = WordIndex.ByLast(Currencies);

    /// <summary>Words after which a bare number is an amount.</summary>
    public static readonly WordIndex Budgets = WordIndex.ByFirst(
        "budget", "presupuesto", "orçamento", "orcamento", "бюджет", "预算", "予算", "예산", "ميزانية", "begroting", "prix", "price", "preis", "precio", "prezzo", "preço", "prijs", "цена", "价格", "価格", "가격");

    /// <summary>Before the amount, it is the most.</summary>
    public static readonly WordIndex AtMost = WordIndex.ByLast(
        "up to", "at most", "under", "below", "less than", "max", "max.", "maximum", "jusqu'à", "jusqu’à", "moins de", "bis zu", "bis", "unter", "höchstens",
        "hasta", "menos de", "máximo", "fino a", "meno di", "massimo", "até", "tot", "maximaal", "до", "не более", "最多", "最高", "最大", "最大で", "최대", "حتى", "<", "≤");

    /// <summary>Before the amount, it is the least.</summary>
    public static readonly WordIndex AtLeast = WordIndex.ByLast(
        "from", "at least", "over", "above", "more than", "min", "min.", "minimum", "à partir de", "plus de", "au moins", "ab", "mindestens", "über", "mehr als",
        "desde", "a partir de", "al menos", "más de", "mínimo", "almeno", "oltre", "più di", "minimo", "mais de", "pelo menos", "vanaf", "minstens", "meer dan",
        "от", "более", "не менее", "至少", "超过", "最低", "최소", "أكثر من", "على الأقل", ">", "≥");

    /// <summary>After the amount, it is the most.</summary>
    public static readonly WordIndex OrLess = WordIndex.ByFirst("以内", "以下", "まで", "이하", "이내", "까지", "max", "maximum", "or less", "ou moins", "oder weniger");

    /// <summary>After the amount, it is the least.</summary>
    public static readonly WordIndex OrMore = WordIndex.ByFirst("+", "以上", "이상", "or more", "ou plus", "oder mehr", "o más", "o più", "ou mais", "of meer", "и более", "أو أكثر");
}
