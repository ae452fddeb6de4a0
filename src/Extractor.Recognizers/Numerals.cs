using System.Buffers;

namespace Extractor.Recognizers;

static class Numerals
{
    /// <summary>Without one of them a piece is not worth asking about.</summary>
    public static readonly SearchValues<char> All = SearchValues.Create(
        "0123456789０１２３４５６７８９零〇一二三四五六七八九十百千万亿两半廿卅壹贰叁肆伍陆柒捌玖拾佰仟兩萬億貳參陸");
}
