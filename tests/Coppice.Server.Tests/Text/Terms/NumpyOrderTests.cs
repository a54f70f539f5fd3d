using System.Text.Json;
using Coppice.Server.Statistics;
using Coppice.Server.Text.Terms;

namespace Coppice.Server.Tests.Text.Terms;

public sealed class NumpyOrderTests
{
    private const string Ask = """
        import json, sys, numpy
        old = tuple(map(int, numpy.__version__.split(".")[:2])) < (1, 25)
        print(json.dumps([numpy.array(k, float).argsort().tolist() for k in json.load(open(sys.argv[1]))] if old else None))
        """;

    [Fact]
    public void Equal_keys_fall_as_NumPy_1_24_left_them() => Assert.Equal(
        [0, 35, 30, 5, 25, 20, 15, 10, 34, 29, 24, 14, 19, 39, 9, 4, 33, 3, 28, 23, 13, 38, 18, 8, 22, 7, 37, 12, 27, 17, 32, 2, 21, 36, 1, 16, 31, 6, 11, 26],
        NumpyOrder.Argsort([.. Enumerable.Range(0, 40).Select(i => i * 7919 % 5)]));

    [Fact]
    public void Every_shape_of_keys_falls_as_in_the_NumPy_of_this_machine()
    {
        var random = new SplitMix64(3);
        List<int[]> shapes = [[], [4], [2, 1], Killer(4_000), [.. Killer(4_000).Select(k => k / 3)], [.. Enumerable.Range(0, 3_000)], [.. Enumerable.Range(0, 3_000).Reverse()]];
        foreach (int distinct in new[] { 1, 3, 50, 5_000 })
            shapes.Add([.. Enumerable.Range(0, 5_000).Select(_ => (int)random.NextBelow(distinct))]);
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, JsonSerializer.Serialize(shapes));
            int[][]? expected = JsonSerializer.Deserialize<int[][]?>(SklearnPeer.Run("-c", Ask, file));
            Assert.SkipWhen(expected is null, "NumPy is 1.25 or later, which sorts otherwise on some processors.");
            Assert.Equal(expected, shapes.Select(s => NumpyOrder.Argsort(s)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Keys whose median of three is nearly the smallest every time (Musser 1997): too deep for quicksort, so the heap takes over.</summary>
    private static int[] Killer(int length)
    {
        int half = length / 2;
        int[] keys = new int[length];
        for (int i = 1; i <= half; i++)
        {
            keys[i - 1] = i % 2 == 1 ? i : half + i - 1;
            keys[half + i - 1] = 2 * i;
        }

        return keys;
    }
}
