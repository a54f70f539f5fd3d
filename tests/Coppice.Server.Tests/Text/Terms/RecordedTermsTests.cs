using System.Globalization;
using Coppice.Server.Text.Terms;

namespace Coppice.Server.Tests.Text.Terms;

/// <summary>What scikit-learn 1.2.1 gave for a few texts in many scripts.</summary>
public sealed class RecordedTermsTests
{
    private static readonly string[] Texts =
    [
        "Rendez-vous Mme Laurent : cadeau d'anniversaire, sac à main NOIR, cuir CARAMEL, budget 3-4K.",
        "Sac noir ou sac cognac ? Cadeau pour l'ÉTÉ ; cuir à main, x_1 et \u00C5 l'œuvre.",
        "İstanbul'da ΟΔΥΣΣΕΥΣ: ΑΣ, ΣΑΣ. STRAẞE straße Strasse \u212Aelvin \u2126mega",
        "Подарок на День рождения: сумка, Сумка и ещё СУМКА",
        "贈り物を探しています。予算は２万円　ハンドバッグ ｶﾊﾞﾝ",
        "선물 가방 선물; ह\u093Fन\u094Dद\u0940 ไทย ١٢٣ ½½ ²³ Ⅳⅳ ①② naïve na\u0308ive",
        "",
        "supercalifragilisticexpialidocious supercalifragilisticexpialidocioux sac noir",
    ];

    /// <summary>Options, the terms, and of every text the weights by index.</summary>
    public static TheoryData<TermOptions, string, string[]> Recorded()
    {
        var data = new TheoryData<TermOptions, string, string[]>();
        data.Add(
            new TermOptions(),
            "4k|anniversaire|budget|cadeau|caramel|cognac|cuir|da|et|ive|kelvin|laurent|main|mme|na|naïve|noir|ou|pour|rendez|sac|stanbul|strasse|straße|supercalifragilisticexpialidocious|supercalifragilisticexpialidocioux|vous|x_1|²³|½½|été|œuvre|ας|οδυσσευς|σας|ωmega|день|ещё|на|подарок|рождения|сумка|١٢٣|ไทย|ⅳⅳ|①②|ハンドバッグ|予算は２万円|贈り物を探しています|가방|선물|ｶﾊﾞﾝ",
            [
                "0:0.29943422 1:0.29943422 2:0.29943422 3:0.25094925 4:0.29943422 6:0.25094925 11:0.29943422 12:0.25094925 13:0.29943422 16:0.21654861 19:0.29943422 20:0.21654861 26:0.29943422",
                "3:0.24478263 5:0.29207618 6:0.24478263 8:0.29207618 12:0.24478263 16:0.21122733 17:0.29207618 18:0.29207618 20:0.42245466 27:0.29207618 30:0.29207618 31:0.29207618",
                "7:0.28867513 10:0.28867513 21:0.28867513 22:0.28867513 23:0.57735027 32:0.28867513 33:0.28867513 34:0.28867513 35:0.28867513",
                "36:0.26726124 37:0.26726124 38:0.26726124 39:0.26726124 40:0.26726124 41:0.80178373",
                "46:0.5 47:0.5 48:0.5 51:0.5",
                "9:0.26726124 14:0.26726124 15:0.26726124 28:0.26726124 29:0.26726124 42:0.26726124 43:0.26726124 44:0.26726124 45:0.26726124 49:0.26726124 50:0.53452248",
                "",
                "16:0.41436966 20:0.41436966 24:0.57297276 25:0.57297276",
            ]);
        data.Add(
            new TermOptions { ShortestGram = 1, LongestGram = 2, LeastDocuments = DocumentBound.Count(2), Sublinear = true },
            "cadeau|cuir|main|noir|sac|sac noir",
            [
                "0:0.47196835 1:0.47196835 2:0.47196835 3:0.40726996 4:0.40726996",
                "0:0.38126621 1:0.38126621 2:0.38126621 3:0.32900146 4:0.55704789 5:0.38126621",
                "",
                "",
                "",
                "",
                "",
                "3:0.54693388 4:0.54693388 5:0.6338191",
            ]);
        data.Add(
            new TermOptions { LongestGram = 3, MostDocuments = DocumentBound.ShareOf(0.3), MostTerms = 7 },
            "cadeau|cuir|main|sac noir|straße|сумка|선물",
            [
                "0:0.57735027 1:0.57735027 2:0.57735027",
                "0:0.5 1:0.5 2:0.5 3:0.5",
                "4:1",
                "5:1",
                "",
                "6:1",
                "",
                "3:1",
            ]);
        data.Add(
            new TermOptions { SmoothIdf = false, UnitLength = false, Lowercase = false, LeastDocuments = DocumentBound.ShareOf(0.2) },
            "cuir|main|noir|sac",
            [
                "0:2.3862944 1:2.3862944 3:1.9808293",
                "0:2.3862944 1:2.3862944 2:2.3862944 3:1.9808293",
                "",
                "",
                "",
                "",
                "",
                "2:2.3862944 3:1.9808293",
            ]);
        return data;
    }

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Terms_and_weights_are_those_recorded(TermOptions options, string terms, string[] rows)
    {
        var (vocabulary, matrix) = TermVocabulary.FitTransform(Texts, options);
        Assert.Equal(terms.Split('|'), vocabulary.Terms);
        var again = vocabulary.Transform(Texts);
        for (int row = 0; row < rows.Length; row++)
        {
            AssertRow(rows[row], matrix[row]);
            AssertRow(rows[row], again[row]);
        }
    }

    private static void AssertRow(string expected, TermRow found)
    {
        string[] weights = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(weights.Select(w => int.Parse(w.Split(':')[0], CultureInfo.InvariantCulture)), found.Indices.ToArray());
        Assert.Equal(weights.Select(w => double.Parse(w.Split(':')[1], CultureInfo.InvariantCulture)), found.Values.ToArray(), (a, b) => Math.Abs(a - b) < 1e-7);
    }
}
