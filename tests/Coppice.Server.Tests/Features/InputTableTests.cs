using Coppice.Server.Features;

namespace Coppice.Server.Tests.Features;

public class InputTableTests
{
    [Theory]
    [InlineData(0.1f)]
    [InlineData(-0.0f)]
    [InlineData(1e-45f)]
    [InlineData(7.038531e-26f)]
    [InlineData(16777217f)]
    [InlineData(float.MaxValue)]
    public void A_number_is_read_back_bit_for_bit(float number)
    {
        var table = new InputTable(1);
        table["x"].Numbers[0] = number;

        var again = new InputTable(1);
        again.SetFromJson(0, table.ToJson(0));

        Assert.Equal(BitConverter.SingleToInt32Bits(number), BitConverter.SingleToInt32Bits(again["x"].Numbers[0]));
    }

    [Fact]
    public void All_rows_are_written_as_each_is_alone()
    {
        var table = new InputTable(3);
        table.SetFromJson(0, """{"count": 3, "age \"days\"": 0.1, "word": "ü"}""");
        table.SetFromJson(2, """{"count": -2000000, "large": 3e20, "word": 7}""");

        Assert.Equal(["""{"count":3,"age \"days\"":0.1,"word":"ü"}""", "{}", """{"count":-2000000,"word":7,"large":3E+20}"""], table.ToJson());
        Assert.Equal(table.ToJson(), Enumerable.Range(0, 3).Select(table.ToJson));
    }

    [Fact]
    public void Words_truths_and_what_is_missing_are_read_back()
    {
        var table = new InputTable(2);
        table.SetFromJson(0, """{"plan": "gold \"plus\" é", "active": true, "zero": 0, "gone": null, "nested": {"a": 1}, "last": 2}""");

        var again = new InputTable(1);
        again.SetFromJson(0, table.ToJson(0));

        Assert.Equal("gold \"plus\" é", again["plan"].WordAt(0));
        Assert.Equal(1, again["active"].Numbers[0]);
        Assert.Equal(0, again["zero"].Numbers[0]);
        Assert.Equal(2, again["last"].Numbers[0]);
        Assert.Null(again.Find("gone"));
        Assert.Null(again.Find("nested"));
        Assert.Equal("{}", table.ToJson(1));
    }

    [Fact]
    public void A_number_too_large_for_the_model_is_missing()
    {
        var table = new InputTable(1);
        table.SetFromJson(0, """{"x": 1e300, "y": 1}""");

        Assert.Equal("""{"y":1}""", table.ToJson(0));
    }

    [Fact]
    public void A_later_value_takes_the_place_of_an_earlier_one_of_another_kind()
    {
        var table = new InputTable(1);
        table.SetFromJson(0, """{"x": "unknown", "y": 3}""");
        table.SetFromJson(0, """{"x": 5, "y": "many"}""");

        Assert.Equal("5", table["x"].WordAt(0));
        Assert.Equal("many", table["y"].WordAt(0));
        Assert.Equal("""{"x":5,"y":"many"}""", table.ToJson(0));
    }
}
