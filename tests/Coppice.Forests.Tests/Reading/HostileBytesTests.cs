using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using Coppice.Forests.Tests.Support;

namespace Coppice.Forests.Tests.Reading;

public sealed class HostileBytesTests
{
    private static readonly Lazy<byte[]> Json = new(() => Saved("json"));
    private static readonly Lazy<byte[]> Ubjson = new(() => Saved("ubj"));

    [Theory]
    [InlineData("json")]
    [InlineData("ubj")]
    public void Every_truncation_is_refused(string format)
    {
        byte[] model = format == "json" ? Json.Value : Ubjson.Value;
        for (int length = 0; length < model.Length; length += length < 600 ? 1 : 37)
            Assert.Throws<InvalidForestException>(() => Forest.Read(model.AsSpan(0, length)));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("ubj")]
    public void Mutated_models_are_read_or_refused_and_what_is_read_can_be_scored(string format)
    {
        byte[] model = format == "json" ? Json.Value : Ubjson.Value;
        var random = new Random(17);
        int read = 0;
        var clock = Stopwatch.StartNew();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < 4000; round++)
        {
            try
            {
                Forest forest = Forest.Read(Mutate(model, random));
                float[] row = new float[forest.FeatureCount];
                ForestScorer.Compile(forest).Margin(row);
                read++;
            }
            catch (InvalidForestException)
            {
                // The other of the two allowed ends.
            }
        }

        Assert.InRange(read, 1, 3999);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"4000 mutations took {clock.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < 4000L * 60 * model.Length);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("{i\u0001a[")]
    [InlineData("{i\u0001a{i\u0001a")]
    public void Deep_nesting_is_refused(string opening) => AssertCheaplyRefused(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(opening, 200_000))));

    [Theory]
    [InlineData("[$d#L")]
    [InlineData("[$T#L")]
    [InlineData("[$Z#L")]
    [InlineData("[$S#L")]
    [InlineData("[$[#L")]
    [InlineData("[#L")]
    [InlineData("{#L")]
    [InlineData("SL")]
    public void Lengths_beyond_the_bytes_are_refused(string opening)
    {
        foreach (long length in (long[])[long.MaxValue, long.MinValue, -1, int.MaxValue, 1L << 40, 5000])
        {
            var bytes = new byte[opening.Length + 12 + 4000];
            Encoding.ASCII.GetBytes("{i\u0001a" + opening).CopyTo(bytes, 0);
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(opening.Length + 4), length);
            AssertCheaplyRefused(bytes);
        }
    }

    [Fact]
    public void Counted_values_without_bytes_cannot_multiply()
    {
        // 30,000 arrays that each claim as many "true" as the file has bytes.
        var bytes = new List<byte>(Encoding.ASCII.GetBytes("{i\u0001a["));
        for (int i = 0; i < 30_000; i++)
            bytes.AddRange("[$T#l\u0000\u0003\u0000\u0000"u8);
        AssertCheaplyRefused([.. bytes]);
    }

    [Fact]
    public void More_small_values_than_any_model_has_are_refused()
    {
        byte[] bytes = Encoding.ASCII.GetBytes("{\"a\":[" + string.Concat(Enumerable.Repeat("[],", 4_100_000)));
        Assert.Contains("4,000,000", Assert.Throws<InvalidForestException>(() => Forest.Read(bytes)).Message, StringComparison.Ordinal);
    }

    private static void AssertCheaplyRefused(byte[] bytes)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidForestException>(() => Forest.Read(bytes));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    private static byte[] Mutate(byte[] model, Random random)
    {
        byte[] mutated = [.. model];
        switch (random.Next(6))
        {
            case 0:
                mutated[random.Next(mutated.Length)] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                for (int i = 0; i < 20; i++)
                    mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
                break;
            case 2:
                int length = random.Next(1, 40);
                model.AsSpan(random.Next(model.Length - length), length).CopyTo(mutated.AsSpan(random.Next(model.Length - length)));
                break;
            case 3:
                int cut = random.Next(model.Length);
                mutated = [.. model[..cut], .. model[Math.Min(model.Length, cut + random.Next(1, 9))..]];
                break;
            case 4:
                SwapDigits(mutated, random);
                break;
            default:
                mutated.AsSpan(random.Next(mutated.Length - 8), 8).Fill((byte)(random.Next(2) * 255));
                break;
        }

        return mutated;
    }

    /// <summary>Mostly keeps JSON well-formed, so that the checks behind the parser are reached.</summary>
    private static void SwapDigits(byte[] model, Random random)
    {
        for (int i = 0; i < 5; i++)
        {
            int digit = Array.FindIndex(model, random.Next(model.Length), character => character is >= (byte)'0' and <= (byte)'9');
            if (digit >= 0)
                model[digit] = (byte)('0' + random.Next(10));
        }
    }

    private static byte[] Saved(string format)
    {
        using TrainedModel trained = TrainedModel.Of("binary:logistic", rounds: 4, depth: 4);
        return trained.Booster.Save(format);
    }
}
