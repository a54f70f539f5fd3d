using System.Globalization;
using Coppice.Server.Text.Amounts;

namespace Coppice.Server.Tests.Text.Amounts;

public class AmountReaderTests
{
    [Theory]
    [InlineData("Budget 3-4K souple", "3000..4000 3-4K")]
    [InlineData("un budget de 15 000 € environ", "15000..15000 EUR 15 000 €")]
    [InlineData("jusqu'à 2,5 mille euros", "0..2500 EUR 2,5 mille euros")]
    [InlineData("Budget : 1500€. Cuir noir", "1500..1500 EUR 1500€")]
    [InlineData("entre 1.200 et 1.500 euros", "1200..1500 EUR 1.200 et 1.500 euros")]
    [InlineData("Budget combiné très flexible 18K", "18000..18000 18K")]
    [InlineData("um die 20K, gern mehr", "20000..20000 20K")]
    [InlineData("Budget 8-10 Tsd. Euro", "8000..10000 EUR 8-10 Tsd. Euro")]
    [InlineData("5.000 bis 7.500 Euro", "5000..7500 EUR 5.000 bis 7.500 Euro")]
    [InlineData("mindestens CHF 12'500", "12500..∞ CHF CHF 12'500")]
    [InlineData("budget around 10-20K", "10000..20000 10-20K")]
    [InlineData("spent £2,500 last May", "2500..2500 GBP £2,500")]
    [InlineData("between $1,000 and $2.5k", "1000..2500 USD $1,000 and $2.5k")]
    [InlineData("$5-7k, or €1.5 million", "5000..7000 USD $5-7k", "1500000..1500000 EUR €1.5 million")]
    [InlineData("budget 20K+ very generous", "20000..∞ 20K+")]
    [InlineData("under 500 USD", "0..500 USD 500 USD")]
    [InlineData("Budget 2000 for 2 bags", "2000..2000 2000")]
    [InlineData("presupuesto: 5 mil euros", "5000..5000 EUR 5 mil euros")]
    [InlineData("de 3.000 a 4.000 dólares", "3000..4000 USD 3.000 a 4.000 dólares")]
    [InlineData("Budget circa 12mila euro", "12000..12000 EUR 12mila euro")]
    [InlineData("orçamento de 2 milhões de reais", "2000000..2000000 BRL 2 milhões de reais")]
    [InlineData("até R$ 900", "0..900 BRL R$ 900")]
    [InlineData("begroting tot 6 duizend", "0..6000 6 duizend")]
    [InlineData("бюджет до 300 тыс. руб.", "0..300000 RUB 300 тыс. руб.")]
    [InlineData("около 15 000 ₽", "15000..15000 RUB 15 000 ₽")]
    [InlineData("预算为3-5万元", "30000..50000 CNY 3-5万元")]
    [InlineData("预算为25K。热衷于", "25000..25000 25K")]
    [InlineData("予算は2万円以内", "0..20000 JPY 2万円以内")]
    [InlineData("２０万円から３０万円", "200000..300000 JPY ２０万円から３０万円")]
    [InlineData("예산 300만원 이상", "3000000..∞ KRW 300만원 이상")]
    [InlineData("الميزانية ٥٠٠٠ درهم", "5000..5000 AED ٥٠٠٠ درهم")]
    [InlineData("بلون Bordeaux 3-5K. الهواية", "3000..5000 3-5K")]
    public void Amounts_are_read_in_the_languages_of_the_notes(string note, params string[] expected)
    {
        Assert.Equal(expected, Find(note));
    }

    [Theory]
    [InlineData("62 ans, retraité, client depuis 2015")]
    [InlineData("50. Geburtstag, 35 min, 47 Jahre")]
    [InlineData("couple 50-52 ans")]
    [InlineData("visit on 12/05/2026 at 14:30")]
    [InlineData("Budget for 2 bags")]
    [InlineData("Budget flexible. Son turns 200 days")]
    [InlineData("a 5 m boat, size 38, model A3K")]
    [InlineData("68세, 48歳、41岁")]
    [InlineData("")]
    [InlineData("1234567890123456789 €")]
    [InlineData("CA_001 3Kg of chocolate")]
    public void Ages_dates_and_sizes_are_no_amounts(string note)
    {
        Assert.Empty(Find(note));
    }

    [Theory]
    [InlineData("500-2K", 500, 2000)]
    [InlineData("3-4K", 3000, 4000)]
    [InlineData("1.5-2K", 1500, 2000)]
    public void The_multiplier_of_a_range_is_of_both_ends_where_that_makes_sense(string note, double low, double high)
    {
        var amounts = new List<Amount>();
        AmountReader.Find(note, amounts);

        Assert.Equal([(low, high)], amounts.Select(a => (a.Low, a.High)));
    }

    private static IEnumerable<string> Find(string note)
    {
        var amounts = new List<Amount>();
        AmountReader.Find(note, amounts);
        return amounts.Select(a =>
            $"{a.Low.ToString(CultureInfo.InvariantCulture)}..{(double.IsInfinity(a.High) ? "∞" : a.High.ToString(CultureInfo.InvariantCulture))} {(a.Currency is null ? "" : a.Currency + " ")}{note[a.Start..a.End]}");
    }
}
