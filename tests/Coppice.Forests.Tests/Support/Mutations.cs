using System.Diagnostics;

namespace Coppice.Forests.Tests.Support;

/// <summary>Models with bytes changed, cut out, doubled or cut off.</summary>
internal static class Mutations
{
    private const int Rounds = 3000;

    /// <summary>Some are read, and then scored; every other one ends in an <see cref="InvalidForestException"/>, soon and without much memory.</summary>
    public static void AssertReadOrRefused(byte[] model, byte[] usual)
    {
        var random = new Random(23);
        int read = 0;
        var clock = Stopwatch.StartNew();
        for (int round = 0; round < Rounds; round++)
        {
            byte[] mutated = Mutate(model, usual, random);
            try
            {
                Forest forest = Forest.Read(mutated);
                if (forest.FeatureCount < 1 << 16)
                    ForestScorer.Compile(forest).Margins(new float[forest.FeatureCount * 20], new float[20]);
                read++;
            }
            catch (InvalidForestException)
            {
                // The other of the two allowed ends.
            }
        }

        Assert.InRange(read, 1, Rounds - 1);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"{Rounds} mutations took {clock.Elapsed}");
    }

    private static byte[] Mutate(byte[] model, byte[] usual, Random random)
    {
        List<byte> bytes = [.. model];
        for (int change = random.Next(1, 4); change > 0 && bytes.Count > 0; change--)
        {
            int place = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[place] = usual[random.Next(usual.Length)];
                    break;
                case 2:
                    bytes.RemoveRange(place, Math.Min(random.Next(1, 9), bytes.Count - place));
                    break;
                case 3:
                    bytes.InsertRange(place, bytes.GetRange(place, Math.Min(random.Next(1, 9), bytes.Count - place)));
                    break;
                default:
                    if (random.Next(20) == 0)
                        bytes.RemoveRange(place, bytes.Count - place);
                    else
                        bytes[place] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return [.. bytes];
    }
}
