using Coppice.Server.Statistics;

namespace Coppice.Server.Simulation;

/// <summary>What a kind of customer tends to put in its profile. Weights are relative; rows follow <see cref="CustomerKind"/>.</summary>
internal static class Persona
{
    public static readonly IReadOnlyList<string> AgeBands = ["18-24", "25-34", "35-44", "45-54", "55-64", "65+"];
    public static readonly IReadOnlyList<string> Channels = ["store", "search", "social", "referral", "marketplace"];

    private static readonly string[] Countries = ["FR", "DE", "IT", "ES", "GB", "US", "CH", "JP", "CN"];
    private static readonly double[] CountryWeights = [38, 14, 10, 9, 7, 5, 4, 7, 6];

    /// <summary>Every fourteenth customer speaks English whatever their country.</summary>
    private const double SpeaksEnglish = 0.07;

    private const double MissingCountry = 0.03;
    private const double MissingAge = 0.18;
    private const double MissingChannel = 0.06;
    private const double MissingNewsletter = 0.10;

    private static readonly double[][] AgeWeights =
    [
        [8, 18, 24, 24, 16, 10],
        [24, 28, 18, 14, 10, 6],
        [6, 18, 26, 24, 16, 10],
        [26, 26, 16, 14, 10, 8],
        [16, 22, 20, 18, 14, 10],
        [2, 10, 24, 30, 22, 12],
        [38, 34, 14, 8, 4, 2],
    ];

    private static readonly double[][] ChannelWeights =
    [
        [38, 22, 12, 22, 6],
        [8, 30, 16, 6, 40],
        [20, 36, 14, 20, 10],
        [6, 38, 40, 6, 10],
        [16, 34, 16, 10, 24],
        [48, 16, 6, 28, 2],
        [8, 14, 62, 12, 4],
    ];

    private static readonly double[] Newsletter = [.62, .70, .30, .22, .15, .40, .45];

    public static string Country(SplitMix64 random) => Countries[random.PickWeighted(CountryWeights)];

    public static string Language(SplitMix64 random, string country)
    {
        if (random.Chance(SpeaksEnglish)) return "en";
        return country switch
        {
            "FR" => "fr",
            "DE" => "de",
            "CH" => random.Chance(0.65) ? "de" : "fr",
            "IT" => "it",
            "ES" => "es",
            "JP" => "ja",
            "CN" => "zh",
            _ => "en",
        };
    }

    public static ShopProfile Profile(SplitMix64 random, string customer, CustomerKind kind, string country, DateTimeOffset since)
    {
        string age = AgeBands[random.PickWeighted(AgeWeights[(int)kind])];
        string channel = Channels[random.PickWeighted(ChannelWeights[(int)kind])];
        bool newsletter = random.Chance(Newsletter[(int)kind]);
        return new(
            customer,
            since,
            random.Chance(MissingCountry) ? null : country,
            random.Chance(MissingAge) ? null : age,
            random.Chance(MissingChannel) ? null : channel,
            random.Chance(MissingNewsletter) ? null : newsletter);
    }
}
